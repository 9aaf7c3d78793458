import { once } from 'node:events';
import { request } from 'node:http';
import { json } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { GraphClient, importLimits } from '../../../src/graph/client.ts';
import { useOwnNeo4j } from '../../support/own-neo4j.ts';
import { childrenOf, runningAfter } from '../../support/running-processes.ts';
import {
  runServerProcess,
  type ServerProcess,
  startServerProcess,
} from '../../support/server-process.ts';

const neo4j = useOwnNeo4j();

/** A graph that holds data of its own is not filled with the bundled ones. */
beforeAll(async () => {
  const client = new GraphClient(neo4j.connection, importLimits);
  const text = "CREATE (:Dataset {key: 'own', revision: '1'})";
  await client.define([{ text, parameters: {} }]);
  await client.close();
});

const started: ServerProcess[] = [];

afterEach(async () => {
  for (const server of started.splice(0)) {
    server.process.kill('SIGKILL');
    await server.ended;
  }
});

const environment = () => ({
  ...{ NEO4J_URI: neo4j.connection.uri, NEO4J_USERNAME: neo4j.connection.username },
  ...{ NEO4J_PASSWORD: neo4j.connection.password, WORKERS: '2' },
});

async function start(settings: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
  const server = await startServerProcess({ ...environment(), ...settings });
  started.push(server);
  return server;
}

const workersOf = ({ pid }: ServerProcess) => childrenOf(pid, 'src/main.ts');

const query = JSON.stringify({ query: '{ stats { statements } }' });
const headers = { 'content-type': 'application/json' };
const answer = { data: { stats: { statements: expect.any(Number) } } };

async function ask({ url }: ServerProcess): Promise<unknown> {
  return (await fetch(`${url}/graphql`, { method: 'POST', headers, body: query })).json();
}

/** A request that a worker has begun to read, to be ended later. */
async function begun({ url }: ServerProcess) {
  const length = { 'content-length': query.length, expect: '100-continue' };
  const sent = request(`${url}/graphql`, { method: 'POST', headers: { ...headers, ...length } });
  const answered = new Promise<unknown>((resolve, reject) => {
    sent.once('error', reject).once('response', (response) => resolve(json(response)));
  });
  sent.flushHeaders();
  await new Promise((resolve) => sent.once('continue', resolve));
  return () => {
    sent.end(query);
    return answered;
  };
}

test('WORKERS=2 serves with two processes on one port, and at SIGTERM answers what it has before all of them end', async () => {
  const server = await start();
  const family = workersOf(server);
  expect(family).toHaveLength(2);
  expect(await ask(server)).toEqual(answer);

  // Each has some: connections go round.
  const requests = await Promise.all([begun(server), begun(server), begun(server)]);
  server.process.kill('SIGTERM');
  while (
    await fetch(`${server.url}/health`).then(
      () => true,
      () => false,
    )
  )
    await sleep(50);
  expect(await runningAfter(0, family)).toEqual(family);
  for (const finish of requests) expect(await finish()).toEqual(answer);
  const { code, stdout } = await server.ended;
  expect(code).toBe(0);
  expect(stdout.match(/Claimgraph is up/g)).toHaveLength(1);
  expect(await runningAfter(0, family)).toEqual([]);
});

test('a worker that is killed is replaced while the other answers, and none outlives the first process', async () => {
  const server = await start();
  const [first = 0, second = 0] = workersOf(server);
  // A connection that goes to the killed one until then has no answer: Node keeps it.
  const noticed = new Promise<void>((resolve) => {
    server.process.stdout?.on('data', (chunk: Buffer) => {
      if (`${chunk}`.includes('a server process has ended')) resolve();
    });
  });
  process.kill(first, 'SIGKILL');
  await noticed;
  for (let replaced = false; !replaced; ) {
    expect(await ask(server)).toEqual(answer);
    const now = workersOf(server);
    expect(now).toContain(second);
    replaced = now.length === 2 && !now.includes(first);
  }
  const family = workersOf(server);
  server.process.kill('SIGKILL');
  await server.ended;
  expect(await runningAfter(10_000, family)).toEqual([]);
});

test('workers that die as soon as they start are given up, and it says so', async () => {
  const dying =
    "import c from 'node:cluster'; if (c.isWorker) { console.error('of a flaw'); process.exit(9); }";
  const { code, stderr, stdout } = await runServerProcess({
    ...environment(),
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(dying)}`,
  });
  expect(code).toBe(1);
  expect(stderr.match(/of a flaw/g)?.length).toBeGreaterThanOrEqual(5);
  expect(stderr).toContain(
    'Claimgraph cannot start.\n- WORKERS=2: the server processes end as soon as they start',
  );
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stdout).not.toContain('Claimgraph is up');
});

test('a caller has its requests with all processes together', async () => {
  const { url } = await start({ CLAIMGRAPH_RATE_REQUESTS: '6' });
  const statuses = [];
  for (let n = 0; n < 12; n++) {
    // One connection each: they are handed to the processes in turn.
    const one = { ...headers, connection: 'close' };
    const sent = request(`${url}/graphql`, { method: 'POST', headers: one, agent: false });
    sent.end(query);
    const [response] = await once(sent, 'response');
    response.resume();
    statuses.push(response.statusCode);
  }
  expect(statuses).toEqual([...Array(6).fill(200), ...Array(6).fill(429)]);
});
