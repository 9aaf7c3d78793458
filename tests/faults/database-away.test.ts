import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { leak } from '../support/listening.ts';
import {
  runServerProcess,
  type ServerProcess,
  startServerProcess,
} from '../support/server-process.ts';
import { useMortalNeo4j } from './support/mortal-neo4j.ts';

const neo4j = useMortalNeo4j();
const started: ServerProcess[] = [];

afterEach(async () => {
  for (const server of started.splice(0)) {
    server.process.kill('SIGKILL');
    await server.ended;
  }
});

beforeEach(() => neo4j.revive());

async function start(settings: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const server = await startServerProcess({ ...neo4j.address, ...settings });
  started.push(server);
  return server;
}

const question = JSON.stringify({ query: '{ stats { datasets } }' });

function ask({ url }: ServerProcess): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(`${url}/graphql`, { method: 'POST', headers, body: question });
}

/** Milliseconds, the best of thirty: what else the machine does is no part of it. */
async function quickest(request: () => Promise<Response>) {
  const times = [];
  for (let n = 0; n < 30; n++) {
    const since = performance.now();
    expect((await request()).status).toBe(200);
    times.push(performance.now() - since);
  }
  return Math.min(...times);
}

/** What /ready has said was missing, until it said that nothing is. */
async function untilReady({ url }: ServerProcess): Promise<Set<string>> {
  const seen = new Set<string>();
  for (;;) {
    const response = await fetch(`${url}/ready`);
    const { ready, missing } = (await response.json()) as { ready: boolean; missing: string };
    expect(response.status).toBe(ready ? 200 : 503);
    if (ready) return seen;
    seen.add(missing);
    await pause(20);
  }
}

test('started without its database, a server is alive, says what is missing, and serves an empty graph filled once the database comes', async () => {
  await neo4j.empty();
  await neo4j.kill();
  const server = await start({ WORKERS: '2' });
  expect(await quickest(() => fetch(`${server.url}/health`))).toBeLessThan(50);
  const ready = await fetch(`${server.url}/ready`);
  expect([ready.status, await ready.json()]).toEqual([
    503,
    { ready: false, missing: 'database', message: 'The database cannot be reached.' },
  ]);
  const refused = await ask(server);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
  expect(await refused.text()).not.toMatch(leak);

  await neo4j.restart();
  const seen = await untilReady(server);
  expect(seen).toContain('dataset');
  expect(await (await ask(server)).json()).toEqual({
    data: { stats: { datasets: ['reference', 'xiaomi-expansion'] } },
  });
  const { code, stdout } = await server.stop();
  expect(code).toBe(0);
  expect(stdout.match(/Claimgraph is up/g)).toHaveLength(1);
  expect(stdout).not.toContain(neo4j.address.NEO4J_PASSWORD);
});

/** What a start ends with. */
async function problemOf(settings: Readonly<Record<string, string>>): Promise<string> {
  const { code, stderr, stdout } = await runServerProcess({ ...neo4j.address, ...settings });
  expect(code).toBe(1);
  expect(stdout).not.toContain('Claimgraph is up');
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stdout + stderr).not.toContain(neo4j.address.NEO4J_PASSWORD);
  return stderr.split('Claimgraph cannot start.\n')[1] ?? '';
}

test('a password that turns out to be wrong when the database comes ends the server, and is not told', async () => {
  await neo4j.kill();
  const server = await start({ NEO4J_PASSWORD: 'hunter2hunter2' });
  await neo4j.restart();
  const { code, stdout } = await server.ended;
  expect(code).toBe(1);
  expect(stdout).toContain('check NEO4J_USERNAME and NEO4J_PASSWORD');
  expect(stdout).not.toContain('hunter2');
});

test('a graph of an older version, or of a newer one, is refused with what to do', async () => {
  await neo4j.empty();
  const version = (number: number) =>
    neo4j.run(`MERGE (g:GraphVersion {key: 'graph'}) SET g.version = ${number}`);
  await version(0);
  expect(await problemOf({})).toContain('import the data again into an empty database');
  await version(99);
  expect(await problemOf({})).toContain('Upgrade this one');
});

test('constraints and indexes that are missing are made at the start, and what keeps them from it is told', async () => {
  await neo4j.empty();
  await neo4j.run("CREATE (:Dataset {key: 'own', revision: '1'})");
  await neo4j.run("UNWIND [1, 2] AS n CREATE (:Document {key: 'twice'})");
  const problem = await problemOf({});
  expect(problem).toContain('document_key');
  expect(problem).toContain('two nodes of one key');

  await neo4j.run("MATCH (d:Document {key: 'twice'}) DETACH DELETE d");
  await neo4j.run('CREATE INDEX entity_names FOR (n:Other) ON (n.other)');
  expect(await problemOf({})).toContain('drop it (DROP INDEX entity_names');

  await neo4j.run('DROP INDEX entity_names');
  await neo4j.run('DROP CONSTRAINT statement_id');
  const server = await start({});
  // Neither would be there to be dropped.
  await neo4j.run('DROP INDEX entity_names');
  await neo4j.run('DROP CONSTRAINT statement_id');
  expect((await server.stop()).code).toBe(0);
});
