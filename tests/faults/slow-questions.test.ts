import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { GraphClient, importLimits } from '../../src/graph/client.ts';
import { useOwnNeo4j } from '../support/own-neo4j.ts';
import {
  type ServerProcess,
  startServerProcess,
  untilReadySays,
} from '../support/server-process.ts';
import { asking, counted, measured, type Reply } from './support/load.ts';
import { cheap, endless, makeTwoClusters } from './support/two-clusters.ts';

const own = useOwnNeo4j();
let database: Driver;
let server: ServerProcess;
let ask: ReturnType<typeof asking>;

beforeAll(async () => {
  const { uri, username, password } = own.connection;
  database = neo4j.driver(uri, neo4j.auth.basic(username, password));
  const client = new GraphClient(own.connection, importLimits);
  await makeTwoClusters(client);
  await client.close();
});

afterAll(() => database?.close());

afterEach(async () => {
  ask?.close();
  server?.process.kill('SIGKILL');
  await server?.ended;
});

beforeEach(async () => {
  while ((await searching()) > 0) await pause(50);
});

/** Milliseconds. */
async function serve(times: { statement: string; traversal: string; request: string }) {
  const { uri, username, password } = own.connection;
  server = await startServerProcess({
    ...{ NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password },
    CLAIMGRAPH_STATEMENT_TIME: times.statement,
    CLAIMGRAPH_TRAVERSAL_TIME: times.traversal,
    CLAIMGRAPH_REQUEST_TIME: times.request,
  });
  ask = asking(server.url);
  // Until then times are patient.
  await untilReadySays(200, server);
}

/** How many searches for paths the database is at. */
async function searching(): Promise<number> {
  const { records } = await database.executeQuery(
    // Written so that it does not find itself.
    'SHOW TRANSACTIONS YIELD currentQuery, status WHERE currentQuery CONTAINS $words RETURN count(*) AS count',
    { words: 'OWNS' },
  );
  return Number(records[0]?.get('count'));
}

/** Milliseconds until a condition holds. */
async function until(holds: () => Promise<boolean>): Promise<number> {
  const since = performance.now();
  while (!(await holds())) await pause(20);
  return performance.now() - since;
}

test('a client that hangs up ends its search in the database', async () => {
  await serve({ statement: '60000', traversal: '60000', request: '60000' });
  const agent = new Agent();
  const reply = ask(endless, agent);
  await until(async () => (await searching()) > 0);
  agent.destroy();
  expect((await reply).status).toBe(0);
  const gone = await until(async () => (await searching()) === 0);
  measured('hung up', { goneAfterMs: Math.round(gone) });
  expect(gone).toBeLessThan(3_000);
});

test('a question that would take for ever is given up in time, and so is what the database does for it', async () => {
  await serve({ statement: '60000', traversal: '60000', request: '2000' });
  const { status, kind, took } = await ask(endless);
  const gone = await until(async () => (await searching()) === 0);
  measured('given up', { afterMs: Math.round(took), goneAfterMs: Math.round(gone) });
  expect({ status, kind }).toEqual({ status: 200, kind: 'QUERY_TIMED_OUT' });
  // Its 2 s, and what a loaded machine adds.
  expect(took).toBeLessThan(4_000);
  expect(gone).toBeLessThan(3_000);
});

test('500 endless questions at once get a clean refusal each, and cheap ones are answered again right after', async () => {
  await serve({ statement: '60000', traversal: '60000', request: '2000' });
  const replies = await Promise.all(Array.from({ length: 500 }, () => ask(endless)));
  const recovered = await until(async () => (await ask(cheap)).kind === 'ok');
  const busy = replies.filter(({ status }) => status === 503);
  const given = replies.filter(({ kind }) => kind === 'QUERY_TIMED_OUT');
  measured('500 at once', {
    ...{ ...counted(replies), refusedAfterMs: spread(busy), givenUpAfterMs: spread(given) },
    recoveredAfterMs: Math.round(recovered),
  });
  expect(busy.length + given.length).toBe(500);
  expect(busy.length).toBeGreaterThan(0);
  expect(new Set(busy.map(({ kind, retryAfter }) => `${kind} ${retryAfter}`))).toEqual(
    new Set(['GRAPH_UNAVAILABLE 5']),
  );
  expect(recovered).toBeLessThan(2_000);
  expect(await until(async () => (await searching()) === 0)).toBeLessThan(3_000);
});

/** Median and longest, in milliseconds. */
function spread(replies: readonly Reply[]) {
  const times = replies.map(({ took }) => Math.round(took)).sort((a, b) => a - b);
  return { median: times[times.length >> 1], longest: times.at(-1) };
}
