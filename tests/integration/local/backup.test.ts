import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importPaths } from '../../../import/import.ts';
import { ontology } from '../../../schema/ontology/ontology.ts';
import { GraphClient, importLimits } from '../../../src/graph/client.ts';
import { launchNeo4j } from '../../../src/local/launch.ts';
import { startBackup } from '../../support/command-process.ts';
import { contentOf, fixture } from '../import/support/empty-graph.ts';
import { cypher } from './cypher.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Everything of a graph: what it holds, its constraints and its indexes. */
interface Whole {
  readonly content: readonly string[];
  readonly schema: readonly Record<string, unknown>[];
}

test('a graph that is dumped, destroyed and loaded is the same, and a file that is cut takes nothing away', async () => {
  const folder = temporaryFolder();
  const home = join(folder, 'home');
  const dump = join(folder, 'graph.dump');
  const run = (...args: string[]) =>
    startBackup({ ...process.env, CLAIMGRAPH_HOME: home, NEO4J_URI: '' }, ...args).ended;
  const running = async (work: (client: GraphClient) => Promise<void>): Promise<Whole> => {
    const neo4j = await launchNeo4j({ home, profile: 'testing' });
    const client = new GraphClient(neo4j, importLimits);
    try {
      await work(client);
      const schema = await cypher(
        neo4j,
        'SHOW INDEXES YIELD name, type, labelsOrTypes, properties',
      );
      return { content: await contentOf(client), schema };
    } finally {
      await client.close();
      await neo4j.stop();
    }
  };

  const before = await running(async (client) => {
    const options = { ontology, client, paths: [fixture], writeRejects: false };
    expect(await importPaths(options)).toMatchObject({ rejected: 0 });
    const busy = await run('dump', dump);
    expect(busy).toMatchObject({ code: 2, err: expect.stringContaining('End it first') });
  });
  expect(before.content.length).toBeGreaterThan(10);
  expect(before.schema.length).toBeGreaterThan(10);

  expect(await run('dump', dump)).toMatchObject({ code: 0, err: '' });
  expect(await run('dump', dump)).toMatchObject({ code: 2 });
  await rm(home, { recursive: true });
  expect(await run('load', dump)).toMatchObject({ code: 0, err: '' });

  const unasked = await run('load', dump);
  expect(unasked).toMatchObject({ code: 2, err: expect.stringContaining('--overwrite') });
  const cut = join(folder, 'cut.dump');
  const bytes = await readFile(dump);
  await writeFile(cut, bytes.subarray(0, bytes.length / 2));
  const broken = await run('load', cut, '--overwrite');
  expect(broken).toMatchObject({ code: 2, err: expect.stringContaining('neo4j-admin') });

  expect(await running(async () => {})).toEqual(before);
});
