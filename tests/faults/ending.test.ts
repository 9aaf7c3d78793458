import { setTimeout as pause } from 'node:timers/promises';
import neo4j from 'neo4j-driver';
import { beforeAll, expect, test } from 'vitest';
import { GraphClient, importLimits } from '../../src/graph/client.ts';
import { useOwnNeo4j } from '../support/own-neo4j.ts';
import { startServerProcess, untilReadySays } from '../support/server-process.ts';
import { asking, counted, load, measured } from './support/load.ts';
import { cheap, endless, makeTwoClusters } from './support/two-clusters.ts';

const own = useOwnNeo4j();

beforeAll(async () => {
  const client = new GraphClient(own.connection, importLimits);
  await makeTwoClusters(client);
  await client.close();
});

/** How many connections of servers the database has. */
async function connections(): Promise<number> {
  const { uri, username, password } = own.connection;
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
  const { records } = await driver.executeQuery(
    "CALL dbms.listConnections() YIELD userAgent WHERE userAgent = 'claimgraph' RETURN count(*) AS count",
  );
  await driver.close();
  return Number(records[0]?.get('count'));
}

test('SIGTERM under 50 requests a second: what was asked is answered, nothing more is taken, and the server ends', async () => {
  const before = await connections();
  const { uri, username, password } = own.connection;
  const server = await startServerProcess({
    ...{ NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password },
    CLAIMGRAPH_TRAVERSAL_TIME: '2500',
  });
  await untilReadySays(200, server);
  const ask = asking(server.url);
  const running = load(ask, { perSecond: 50, query: () => cheap });
  await pause(1_000);
  const slow = ask(endless);
  await pause(500);
  expect(await connections()).toBeGreaterThan(before);
  const told = performance.now();
  const ended = server.stop();
  const { code, stdout } = await ended;
  const endedAfter = performance.now() - told;
  const replies = await running.stop();
  ask.close();
  measured('SIGTERM', {
    ...{ ...counted(replies), endedAfterMs: Math.round(endedAfter), code },
    slow: (await slow).kind,
  });
  expect(code).toBe(0);
  expect(stdout).toContain('"reason":"SIGTERM"');
  expect(endedAfter).toBeLessThan(10_000);
  // Answered whole, though it was asked before and takes longer than the rest.
  expect(await slow).toMatchObject({ status: 200, closes: true });
  // A connection that the system has taken, and the server not yet, is refused as well.
  const unanswered = replies.filter(({ status }) => status === 0);
  for (const { asked } of unanswered) expect(asked).toBeGreaterThan(told - 1_000);
  expect(unanswered.length).toBeGreaterThan(0);
  expect(replies.filter(({ kind }) => kind === 'ok').length).toBeGreaterThan(20);
  expect(await connections()).toBe(before);
});
