import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { GraphClient, importLimits } from '../../../src/graph/client.ts';
import { type LocalNeo4j, launchNeo4j } from '../../../src/local/launch.ts';

/** A Neo4j that can be killed and comes back at the same address with its data. */
export function useMortalNeo4j() {
  let home: string;
  let neo4j: LocalNeo4j;
  let client: GraphClient;
  const launch = async (boltPort?: number) => {
    neo4j = await launchNeo4j({ home, boltPort, profile: 'testing' });
  };
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'claimgraph-mortal-'));
    await launch();
    client = new GraphClient(neo4j, importLimits);
  });
  afterAll(async () => {
    await client?.close();
    await neo4j?.stop();
    await rm(home, { recursive: true, force: true });
  });
  return {
    get client() {
      return client;
    },
    /** The environment of a process that uses this database, and leaves its files with it. */
    get environment(): NodeJS.ProcessEnv {
      const { uri, username, password } = neo4j;
      return {
        ...{ ...process.env, TMPDIR: home },
        ...{ NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password },
      };
    },
    async file(content: string, name: string) {
      const path = join(home, name);
      await writeFile(path, content);
      return path;
    },
    clear: () => client.define([{ text: 'MATCH (n) DETACH DELETE n', parameters: {} }]),
    /** kill -9. */
    async kill() {
      process.kill(neo4j.pid, 'SIGKILL');
      await neo4j.exited;
    },
    restart: () => launch(Number(new URL(neo4j.uri).port)),
  };
}
