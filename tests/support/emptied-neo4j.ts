import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { GraphConnection } from '../../src/graph/client.ts';
import { launchNeo4j } from '../../src/local/launch.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    emptied: GraphConnection;
  }
}

/**
 * One database for all files of a project that change what is in it, one file after the other: a JVM that
 * is warm answers several times as fast as one that starts with each file.
 */
export async function setup(project: TestProject) {
  const home = mkdtempSync(join(tmpdir(), 'claimgraph-emptied-'));
  const neo4j = await launchNeo4j({ home, profile: 'testing' });
  const { uri, username, password } = neo4j;
  project.provide('emptied', { uri, username, password });
  return async () => {
    await neo4j.stop();
    rmSync(home, { recursive: true, force: true });
  };
}
