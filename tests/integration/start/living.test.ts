import { afterAll, expect, test } from 'vitest';
import { descendantsOf, jvmsOf, runningAfter } from '../../support/running-processes.ts';
import {
  type ServerProcess,
  startServerProcess,
  temporaryHome,
  untilReadySays,
} from '../../support/server-process.ts';

const { home, remove } = temporaryHome();
const started: ServerProcess[] = [];

async function start(): Promise<ServerProcess> {
  const server = await startServerProcess({ CLAIMGRAPH_HOME: home });
  started.push(server);
  return server;
}

afterAll(async () => {
  for (const server of started) {
    server.process.kill('SIGKILL');
    await server.ended;
  }
  remove();
});

const stats = '{ stats { revision lastImport documents statements datasets } }';

async function statsOf({ url }: ServerProcess): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: stats }),
  });
  return response.json();
}

test('a server comes up ready, ends cleanly, comes up again with its data, and dies without a trace', async () => {
  const first = await start();
  expect((await fetch(`${first.url}/health`)).status).toBe(200);
  // Those who ask at once are answered: what rehearses is not ready, and is there.
  const loaded = await statsOf(first);
  expect(loaded).toMatchObject({
    data: { stats: { datasets: ['reference', 'xiaomi-expansion'] } },
  });
  expect(jvmsOf(home)).toHaveLength(1);
  await untilReadySays(200, first);

  const asked = performance.now();
  const end = await first.stop();
  expect(performance.now() - asked).toBeLessThan(10_000);
  expect(end.code).toBe(0);
  expect(end.stderr).toContain('Loading the dataset');
  expect(jvmsOf(home)).toEqual([]);

  const second = await start();
  expect(await statsOf(second)).toEqual(loaded);
  const family = descendantsOf(second.pid);
  expect(family).toEqual(expect.arrayContaining(jvmsOf(home)));
  second.process.kill('SIGKILL');
  const { stderr } = await second.ended;
  expect(stderr).not.toContain('Loading the dataset');
  expect(await runningAfter(10_000, family)).toEqual([]);
  expect(jvmsOf(home)).toEqual([]);
});
