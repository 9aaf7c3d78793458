import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { importPaths } from '../../import/import.ts';
import { ontology } from '../../schema/ontology/ontology.ts';
import { GraphClient, type GraphConnection, importLimits } from '../../src/graph/client.ts';
import { launchNeo4j } from '../../src/local/launch.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    graph: GraphConnection;
  }
}

/** One database for all questions of a run, filled by the real importer. They only read it. */
export async function setup(project: TestProject) {
  const home = mkdtempSync(join(tmpdir(), 'claimgraph-questions-'));
  const neo4j = await launchNeo4j({ home, profile: 'testing' });
  const { uri, username, password } = neo4j;
  const connection = { uri, username, password };
  const client = new GraphClient(connection, importLimits);
  const data = (name: string) =>
    fileURLToPath(new URL(`../../import/data/${name}`, import.meta.url));
  const report = await importPaths({
    ...{ ontology, client, writeRejects: false },
    paths: [data('reference'), data('xiaomi-expansion')],
  });
  await client.close();
  if (report.rejected > 0) throw new Error(`the bundled data has ${report.rejected} rejects`);
  project.provide('graph', connection);
  return async () => {
    await neo4j.stop();
    rmSync(home, { recursive: true, force: true });
  };
}
