import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { datasetKey, datasetTitle, NewsGraph } from '../../../bench/graph/news-graph.ts';
import { finishNewsGraph } from '../../../bench/loading/finish-news-graph.ts';
import { writeCsv } from '../../../bench/loading/write-csv.ts';
import { ontology } from '../../../schema/ontology/ontology.ts';
import { GraphClient, importLimits } from '../../../src/graph/client.ts';
import { launchNeo4j } from '../../../src/local/launch.ts';
import { importOffline } from '../../../src/local/offline-import.ts';
import { contentOf, type Line, useEmptyGraph } from '../import/support/empty-graph.ts';

const imported = useEmptyGraph();
const home = await mkdtemp(join(tmpdir(), 'claimgraph-offline-'));
afterAll(() => rm(home, { recursive: true, force: true }));

test('the graph that is measured is the one that the import would have made', async () => {
  const graph = new NewsGraph({ entities: 60, relations: 400, seed: 1 }, ontology);
  const lines: Line[] = [
    { kind: 'dataset', key: datasetKey, title: datasetTitle },
    ...graph.entities.records.map((record) => ({ kind: 'entity', ...record })),
    ...[...graph.documents()].map((record) => ({ kind: 'document', ...record })),
    ...[...[...graph.relations()].flat(), ...graph.attributes()].map((record) => ({
      ...{ kind: 'statement', ...record },
    })),
  ];
  expect(await imported.importLines(lines)).toMatchObject({ rejects: [] });

  const { files } = await writeCsv(graph, ontology, join(home, 'csv'));
  await importOffline(join(home, 'neo4j'), files);
  const neo4j = await launchNeo4j({ home, profile: 'testing' });
  const client = new GraphClient(neo4j, importLimits);
  try {
    await finishNewsGraph(neo4j, ontology);
    const [offline, expected] = [await contentOf(client), await imported.content()].map(comparable);
    const difference = (all?: string[], others?: string[]) =>
      all?.filter((row) => !others?.includes(row)).slice(0, 5);
    expect(difference(offline, expected)).toEqual([]);
    expect(difference(expected, offline)).toEqual([]);
    expect(offline?.length).toBe(expected?.length);
  } finally {
    await client.close();
    await neo4j.stop();
  }
});

/** The revision is a digest of the input's files, which the graph loaded offline has none of. */
function comparable(content: readonly string[]): string[] {
  return content
    .filter((row) => !row.includes('"ImportLease"'))
    .map((row) => row.replace(/"revision":"[^"]*"/, '"revision":""'));
}
