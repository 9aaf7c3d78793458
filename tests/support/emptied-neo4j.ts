import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { GraphConnection } from '../../src/graph/client.ts';
import { launchNeo4j } from '../../src/local/launch.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** One for each worker of the project, by VITEST_POOL_ID, which counts from 1. */
    emptied: readonly GraphConnection[];
  }
}

/**
 * A database for each worker of a project whose files change what is in it, for one file after the other: a
 * JVM that is warm answers several times as fast as one that starts with each file.
 */
export async function setup(project: TestProject) {
  const { maxWorkers } = project.config;
  const workers = Array.from({ length: maxWorkers || project.vitest.config.maxWorkers });
  const databases = await Promise.all(workers.map(launchEmpty));
  project.provide(
    'emptied',
    databases.map(({ connection }) => connection),
  );
  return () => Promise.all(databases.map(({ remove }) => remove()));
}

async function launchEmpty() {
  const home = mkdtempSync(join(tmpdir(), 'claimgraph-emptied-'));
  const neo4j = await launchNeo4j({ home, profile: 'testing' });
  const { uri, username, password } = neo4j;
  const connection: GraphConnection = { uri, username, password };
  return {
    connection,
    async remove() {
      await neo4j.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
