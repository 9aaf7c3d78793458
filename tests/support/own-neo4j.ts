import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { GraphConnection } from '../../src/graph/client.ts';
import { type LocalNeo4j, launchNeo4j } from '../../src/local/launch.ts';

/** A Neo4j of this file's own, with a folder that goes away with it. */
export function useOwnNeo4j() {
  let neo4j: LocalNeo4j;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'claimgraph-test-'));
    neo4j = await launchNeo4j({ home: folder, profile: 'testing' });
  });
  afterAll(async () => {
    await neo4j?.stop();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    get folder() {
      return folder;
    },
    get connection(): GraphConnection {
      const { uri, username, password } = neo4j;
      return { uri, username, password };
    },
  };
}
