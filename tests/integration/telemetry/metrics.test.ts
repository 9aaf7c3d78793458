import { request } from 'node:http';
import { expect, test as it } from 'vitest';
import { meteredServer } from './support/metered-server.ts';

const stats = '{ stats { documents } }';

it('counts operations by type and outcome, with durations, costs and statements', async () => {
  const { ask, scrape } = await meteredServer();
  await ask(stats);
  await ask(stats);
  await ask('{ nothing }');
  await ask('{ stats { documents }');
  const figures = await scrape();
  const operations = [...figures].filter(([name]) =>
    name.startsWith('claimgraph_operations_total'),
  );
  expect(Object.fromEntries(operations)).toEqual({
    'claimgraph_operations_total{type="query",outcome="OK"}': 2,
    'claimgraph_operations_total{type="none",outcome="GRAPHQL_VALIDATION_FAILED"}': 1,
    'claimgraph_operations_total{type="none",outcome="GRAPHQL_PARSE_FAILED"}': 1,
  });
  expect(figures.get('claimgraph_operation_duration_seconds_count{type="query"}')).toBe(2);
  expect(figures.get('claimgraph_operation_duration_seconds_sum{type="query"}')).toBeGreaterThan(0);
  expect(figures.get('claimgraph_operation_cost_sum{type="query"}')).toBe(2);
  const statement = 'claimgraph_statement_duration_seconds_count{statement="graph-counts"}';
  expect(figures.get(statement)).toBe(2);
  expect(figures.get('claimgraph_statement_rows_total{statement="graph-counts"}')).toBe(2);
});

it('counts refusals by the name of the limit, and those of rates', async () => {
  const { fetch, scrape } = await meteredServer({
    ...{ limits: { depth: 1 }, access: { rates: { requests: 1, seconds: null } } },
  });
  const headers = { 'content-type': 'application/json' };
  const post = () => fetch({ method: 'POST', headers, body: JSON.stringify({ query: stats }) });
  await post();
  expect((await post()).status).toBe(429);
  const figures = await scrape();
  expect(figures.get('claimgraph_limit_refusals_total{limit="depth"}')).toBe(1);
  expect(figures.get('claimgraph_rate_refusals_total')).toBe(1);
  expect(figures.get('claimgraph_operations_total{type="none",outcome="RATE_LIMITED"}')).toBe(1);
});

it('what clients send makes no new labels: names of operations are one only where documents are ours', async () => {
  const named = Array.from({ length: 5 }, (_, n) => `query Name${n} ${stats}`);
  const free = await meteredServer();
  const trusted = await meteredServer({ names: true });
  for (const query of named) {
    await free.ask(query);
    await trusted.ask(query);
  }
  const namesIn = (figures: ReadonlyMap<string, number>) =>
    [...figures.keys()].filter((name) => name.includes('Name'));
  expect(namesIn(await free.scrape())).toEqual([]);
  const figures = await trusted.scrape();
  const counted = 'claimgraph_operations_total{type="query",outcome="OK",operation="Name3"}';
  expect(figures.get(counted)).toBe(1);
});

it('tells of the database: sessions while they are open, failures by code, and whether it is ready', async () => {
  const { ask, scrape } = await meteredServer();
  const sessions = async () => (await scrape()).get('claimgraph_database_sessions');
  const question = '{ entities(first: 50) { nodes { key } } }';
  const open = async () => {
    const asked = Promise.all(Array.from({ length: 12 }, () => ask(question)));
    const seen = await sessions();
    await asked;
    return seen;
  };
  // They are so short that one look may miss them.
  await expect.poll(open).toBeGreaterThan(0);
  const figures = await scrape();
  expect(figures.get('claimgraph_database_sessions')).toBe(0);
  expect(figures.get('claimgraph_database_connection_limit')).toBe(50);
  expect(figures.get('claimgraph_ready')).toBe(1);
  expect(figures.get('claimgraph_processes')).toBe(1);
  expect(figures.get('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
  expect(figures.get('nodejs_heap_size_used_bytes')).toBeGreaterThan(1_000_000);
});

it('without a database it still answers, and says so', async () => {
  const connection = { uri: 'bolt://127.0.0.1:9', username: 'neo4j', password: 'none' };
  const { ask, scrape } = await meteredServer({ connection });
  expect((await ask(stats)).status).toBe(503);
  const figures = await scrape();
  expect(figures.get('claimgraph_ready')).toBe(0);
  const failures = figures.get('claimgraph_statement_failures_total{code="ServiceUnavailable"}');
  expect(failures).toBeGreaterThanOrEqual(1);
  expect(figures.get('claimgraph_operations_total{type="query",outcome="GRAPH_UNAVAILABLE"}')).toBe(
    1,
  );
});

it('answers GET /metrics under its own names, and nothing else', async () => {
  const { url } = await meteredServer();
  const answer = await fetch(`${url}/metrics`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  expect((await fetch(`${url}/graphql`)).status).toBe(404);
  expect((await fetch(`${url}/metrics`, { method: 'POST' })).status).toBe(405);
  const foreign = await new Promise((resolve, reject) => {
    const headers = { host: 'evil.example' };
    request(`${url}/metrics`, { headers }, ({ statusCode }) => resolve(statusCode))
      .once('error', reject)
      .end();
  });
  expect(foreign).toBe(421);
});
