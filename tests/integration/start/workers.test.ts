import { once } from 'node:events';
import { request } from 'node:http';
import { json } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { useOwnServers } from '../../support/own-servers.ts';
import { childrenOf, runningAfter } from '../../support/running-processes.ts';
import { runServerProcess, type ServerProcess } from '../../support/server-process.ts';

const { environment, start } = useOwnServers({ WORKERS: '2' });

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
