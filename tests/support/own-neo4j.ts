import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j, { type Session } from 'neo4j-driver';
import { afterAll, beforeAll, inject } from 'vitest';
import type { GraphConnection } from '../../src/graph/client.ts';

/** The worker's Neo4j as a new one, without data, constraints and indexes, for this file alone. */
export function useOwnNeo4j() {
  const connection = ofThisWorker();
  let folder: string;
  beforeAll(async () => {
    await empty(connection);
    folder = await mkdtemp(join(tmpdir(), 'claimgraph-test-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return {
    /** Goes away with the file. */
    get folder() {
      return folder;
    },
    connection,
  };
}

function ofThisWorker(): GraphConnection {
  const worker = process.env.VITEST_POOL_ID;
  const connection = inject('emptied')[Number(worker) - 1];
  if (!connection) throw new Error(`No Neo4j was started for worker ${worker}.`);
  return connection;
}

/** Also of what the product does not know of, so that no test can leave anything to another. */
export async function empty({ uri, username, password }: GraphConnection) {
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
  const session = driver.session();
  try {
    await session.run(
      'MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS',
      {},
      { timeout: 120_000 },
    );
    await dropAll(session, 'CONSTRAINT', 'SHOW CONSTRAINTS YIELD name');
    await dropAll(session, 'INDEX', "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'");
  } finally {
    await session.close();
    await driver.close();
  }
}

async function dropAll(session: Session, kind: string, show: string) {
  const { records } = await session.run(`${show} RETURN name`);
  for (const record of records) await session.run(`DROP ${kind} \`${record.get('name')}\``);
}
