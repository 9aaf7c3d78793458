import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll } from 'vitest';
import { GraphClient, importLimits } from '../../../src/graph/client.ts';
import { type LocalNeo4j, launchNeo4j } from '../../../src/local/launch.ts';
import { empty } from '../../support/own-neo4j.ts';

/** A Neo4j that can be killed and comes back at the same address with its data. */
export function useMortalNeo4j() {
  let home: string;
  let neo4j: LocalNeo4j;
  let client: GraphClient;
  // Far from where another Neo4j, or a connection to one, would take it while this one is dead.
  const boltPort = 20_000 + Math.floor(Math.random() * 10_000);
  const launch = async () => {
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
    /** The settings of a server that uses this database. */
    get address() {
      const { uri, username, password } = neo4j;
      return { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password };
    },
    get pid() {
      return neo4j.pid;
    },
    /** Without data, constraints and indexes. */
    empty: () => empty(neo4j),
    run: (text: string) => client.define([{ text, parameters: {} }]),
    /** The environment of a process that uses this database, and leaves its files with it. */
    get environment(): NodeJS.ProcessEnv {
      return { ...process.env, TMPDIR: home, ...this.address };
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
    restart: launch,
    /** For a test after one that failed while it was dead. */
    async revive() {
      const ended = await Promise.race([neo4j.exited.then(() => true), pause(0, false)]);
      if (ended) await launch();
    },
  };
}
