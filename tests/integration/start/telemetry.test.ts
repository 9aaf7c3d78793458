import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { useOwnServers } from '../../support/own-servers.ts';
import { runServerProcess, untilReadySays } from '../../support/server-process.ts';
import { figuresIn } from '../telemetry/support/metered-server.ts';
import { linesOf } from '../telemetry/support/recorded-log.ts';

const { environment, start: startServer } = useOwnServers({ METRICS_PORT: '0' });

/** A server, what it has logged so far, and its figures. */
async function start(settings: Readonly<Record<string, string>> = {}) {
  let text = '';
  const server = await startServer(settings);
  server.process.stdout?.on('data', (chunk: Buffer) => {
    text += chunk;
  });
  const logged = () => linesOf(text);
  return { ...server, logged };
}

const query = '{ stats { statements } }';

async function ask(url: string, asked = query, variables = {}) {
  const headers = { 'content-type': 'application/json', connection: 'close' };
  const body = JSON.stringify({ query: asked, variables });
  return (await fetch(`${url}/graphql`, { method: 'POST', headers, body })).json();
}

async function figuresAt(number: number) {
  return figuresIn(await (await fetch(`http://127.0.0.1:${number}/metrics`)).text());
}

async function until<Found>(find: () => Promise<Found | undefined> | Found | undefined) {
  for (let tries = 0; tries < 100; tries++) {
    const found = await find();
    if (found !== undefined) return found;
    await sleep(100);
  }
  throw new Error('it did not come');
}

/** Listens on a free port until the end of the test. */
async function port(): Promise<{ number: number; free: () => Promise<void> }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const free = () => new Promise<void>((resolve) => void server.close(() => resolve()));
  onTestFinished(free);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { number: address.port, free };
}

test('a taken METRICS_PORT is named, with METRICS_HOST, before anything is started', async () => {
  const { number } = await port();
  const end = await runServerProcess({ ...environment(), METRICS_PORT: String(number) });
  expect(end.code).toBe(1);
  expect(end.stderr).toBe(
    `Claimgraph cannot start.\n- METRICS_PORT=${number} on METRICS_HOST=127.0.0.1 is in use: end what listens there, or set METRICS_PORT to another one (0 takes any).\n`,
  );
});

test('lines are there within seconds, and at SIGTERM at once; changes are counted', async () => {
  const { number, free } = await port();
  await free();
  const server = await start({ METRICS_PORT: String(number) });
  await ask(server.url);
  const line = await until(() => server.logged().find(({ msg }) => msg === 'answered'));
  expect(line).toMatchObject({ type: 'query', caller: 'local', cost: 1 });

  const records = [
    { kind: 'dataset', key: 'desk', title: 'Desk', licence: 'CC0-1.0' },
    { kind: 'entity', key: 'acme', type: 'Company', nameEn: 'Acme' },
  ];
  const importing =
    'mutation ($input: ImportStatementsInput!) { importStatements(input: $input) { errors { code message } entities { created } } }';
  const change = (dryRun: boolean) => ask(server.url, importing, { input: { records, dryRun } });
  const done = { data: { importStatements: { errors: [], entities: { created: 1 } } } };
  expect(await change(true)).toEqual(done);
  expect(await change(false)).toEqual(done);
  await untilReadySays(200, server);
  const figures = await figuresAt(number);
  expect(figures.get('claimgraph_changes_total{kind="import",outcome="DRY_RUN"}')).toBe(1);
  expect(figures.get('claimgraph_changes_total{kind="import",outcome="DONE"}')).toBe(1);
  expect(figures.get('claimgraph_changed_records_total{result="created"}')).toBe(1);
  expect(figures.get('claimgraph_ready')).toBe(1);

  await ask(server.url, 'query Last { stats { statements } }');
  const { stdout } = await server.stop();
  expect(linesOf(stdout).map(({ operation }) => operation)).toContain('Last');
});

test('with WORKERS=2 the first process answers for both, and no worker listens there', async () => {
  const { number, free } = await port();
  await free();
  const server = await start({ METRICS_PORT: String(number), WORKERS: '2' });
  // One connection each: they are handed to the processes in turn.
  for (let n = 0; n < 6; n++) await ask(server.url);
  const figures = await until(async () => {
    const found = await figuresAt(number);
    return found.get('claimgraph_ready') === 1 ? found : undefined;
  });
  expect(figures.get('claimgraph_operations_total{type="query",outcome="OK"}')).toBe(6);
  expect(figures.get('claimgraph_processes')).toBe(2);
  expect(figures.get('claimgraph_database_connection_limit')).toBe(100);
  const { code, stdout } = await server.stop();
  expect(code).toBe(0);
  const answered = linesOf(stdout).filter(({ msg }) => msg === 'answered');
  expect(answered).toHaveLength(6);
});
