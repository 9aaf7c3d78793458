import { expect, test as it, onTestFinished } from 'vitest';
import { unauthenticated } from '../../../src/access/refusals.ts';
import { recordingClient, serverOver } from '../../support/ask.ts';
import { listening } from '../../support/listening.ts';
import { recordedLog } from './support/recorded-log.ts';

/** A server whose lines are kept. */
async function observed(options: Parameters<typeof listening>[0] = {}, level = 'info') {
  const recorded = recordedLog(level);
  return { ...(await listening({ log: recorded.log, ...options })), ...recorded };
}

const asking = (query: string, variables = {}) => JSON.stringify({ query, variables });

it('each operation is a line with what it was and took, its statements by name', async () => {
  const { post, lines } = await observed();
  const query =
    'query Two($key: String!) { entity(ref: { key: $key }) { name } stats { documents } }';
  const { headers } = await post(
    { 'x-request-id': 'from-a-proxy-1' },
    asking(query, { key: 'xiaomi' }),
  );
  expect(headers['x-request-id']).toBe('from-a-proxy-1');
  const [line, ...others] = lines();
  expect(others).toEqual([]);
  expect(line).toEqual({
    ...{ level: 30, time: expect.any(Number), msg: 'answered' },
    ...{ request: 'from-a-proxy-1', operation: 'Two', type: 'query', caller: 'local' },
    ...{ cost: 2, status: 200, milliseconds: expect.any(Number), errors: [] },
    statements: expect.any(Array),
  });
  expect(line.statements.length).toBeGreaterThanOrEqual(2);
  for (const statement of line.statements) {
    const { name, runs, milliseconds, rows } = statement;
    expect(Object.keys(statement)).toEqual(['name', 'runs', 'milliseconds', 'rows']);
    expect(name).toMatch(/^[a-z-]+$/);
    expect(runs).toBe(1);
    expect(rows).toBeGreaterThanOrEqual(1);
    expect(milliseconds).toBeGreaterThan(0);
    expect(milliseconds).toBeLessThanOrEqual(line.milliseconds);
  }
});

it('statements of one name are counted together, so that a line does not grow with the answer', async () => {
  const { post, lines, statements } = await observed();
  const aliases = Array.from(
    { length: 5 },
    (_, n) => `e${n}: entities(first: ${n + 1}) { nodes { key } }`,
  );
  await post({}, asking(`{ ${aliases.join(' ')} }`));
  const told = lines()[0].statements as { name: string; runs: number; rows: number }[];
  expect(told.reduce((sum, { runs }) => sum + runs, 0)).toBe(statements.length);
  expect(new Set(told.map(({ name }) => name)).size).toBe(told.length);
  expect(Math.max(...told.map(({ rows }) => rows))).toBeGreaterThanOrEqual(5);
});

it('no value that a client sent is in a line, and no Cypher', async () => {
  const { post, text } = await observed();
  const query =
    'query Q($key: String!) { entity(ref: { key: $key }) { name } a: entity(ref: { key: "literal-secret" }) { name } }';
  await post({ authorization: 'Bearer hunter2' }, asking(query, { key: 'secret-variable' }));
  expect(text()).toContain('"operation":"Q"');
  expect(text()).not.toMatch(/secret|hunter2|MATCH|RETURN/);
});

it('an id that is none is replaced, in the line and in the answer', async () => {
  const { post, lines } = await observed();
  const given = ['with space', 'ä', 'x'.repeat(129), '{"level":60}', ''];
  for (const id of given) {
    const { headers } = await post({ 'x-request-id': Buffer.from(id).toString('latin1') });
    expect(headers['x-request-id']).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    expect(lines().at(-1).request).toBe(headers['x-request-id']);
  }
  expect(new Set(lines().map(({ request }) => request)).size).toBe(given.length);
});

it.each([
  ['{ stats { documents }', 400, 'GRAPHQL_PARSE_FAILED', null],
  ['query Named { nothing }', 400, 'GRAPHQL_VALIDATION_FAILED', null],
  [
    'query Costly { a: entities(first: 100) { nodes { relations(first: 100) { nodes { key } } } } b: entities(first: 100) { nodes { relations(first: 100) { nodes { key } } } } }',
    200,
    'BAD_USER_INPUT',
    'Costly',
  ],
  ['query Bad($first: Int!) { entities(first: $first) { nodes { key } } }', 200, null, 'Bad'],
])('what is refused has a line as well: %s', async (query, status, code, operation) => {
  const { post, lines } = await observed();
  const { headers } = await post({ accept: 'application/graphql-response+json' }, asking(query));
  const line = lines().find(({ msg }) => msg === 'answered');
  expect(line).toMatchObject({ request: headers['x-request-id'], operation, statements: [] });
  expect(line.errors).toHaveLength(1);
  if (code) expect(line).toMatchObject({ status, errors: [code] });
});

it('whoever is not let in has a line without a name, and with an id', async () => {
  const identify = async () => {
    throw unauthenticated();
  };
  const { post, lines } = await observed({ identify });
  const { headers } = await post();
  expect(lines()).toMatchObject([
    { request: headers['x-request-id'], caller: null, status: 401, errors: ['UNAUTHENTICATED'] },
  ]);
});

it('the caller is named', async () => {
  const identify = async () => ({ name: 'newsroom', scopes: new Set(['read'] as const) });
  const { post, lines } = await observed({ identify });
  await post();
  expect(lines()).toMatchObject([{ caller: 'newsroom', type: 'query', operation: null, cost: 1 }]);
});

it('health checks and pages are no operations', async () => {
  const { send, lines } = await observed();
  await send({ path: '/health' });
  await send({ path: '/ready' });
  await send({ path: '/graphql', headers: { accept: 'text/html' } });
  expect(lines()).toEqual([]);
});

it('at warn nothing is written of what goes well, and ids still go back', async () => {
  const { post, lines } = await observed({}, 'warn');
  expect((await post()).headers['x-request-id']).toMatch(/^[\da-f-]{36}$/);
  expect(lines()).toEqual([]);
});

it('a statement that fails is counted with what it took, and its request with its error', async () => {
  const { log, lines } = recordedLog();
  const nowhere = { uri: 'bolt://127.0.0.1:9', username: 'neo4j', password: 'none' };
  const recording = recordingClient(nowhere, { retryTime: 1 });
  onTestFinished(() => recording.client.close());
  const { ask } = serverOver(recording, { log });
  expect((await ask('{ stats { documents } }')).status).toBe(503);
  expect(lines().find(({ msg }) => msg === 'answered')).toMatchObject({
    ...{ status: 503, errors: ['GRAPH_UNAVAILABLE'] },
    statements: [{ name: recording.statements[0], runs: 1, rows: 0 }],
  });
});
