import { describe, expect, it, onTestFinished } from 'vitest';
import { recordingClient, serverOver } from '../../support/ask.ts';
import { leak, listening } from '../../support/listening.ts';

const asked = `/graphql?query=${encodeURIComponent('{ stats { documents } }')}`;
const preflighted = { 'graphql-require-preflight': '1' };

describe('a request that is none is refused, and not reflected', () => {
  it.each([
    ['variables that are no JSON', { path: `${asked}&variables={` }, 400],
    ['variables that are a list', { path: `${asked}&variables=[]` }, 400],
    ['extensions that are no JSON', { path: `${asked}&extensions=x` }, 400],
    ['an Accept header of 7 KB', { headers: { accept: 'application/json,'.repeat(420) } }, 400],
    ['a Host header that is no host', { headers: { host: 'a b' } }, 400],
    ['the name of a page elsewhere', { headers: { host: 'attacker.example:4000' } }, 421],
    ['a name that begins like ours', { headers: { host: 'localhost.attacker.example' } }, 421],
    ['an unknown path', { path: '/etc/passwd' }, 404],
    ['an unknown method', { method: 'PUT', headers: preflighted }, 405],
    ['a mutation by GET', { path: '/graphql?query=mutation{a}', headers: preflighted }, 405],
  ])('%s', async (_what, sent, status) => {
    const { send, statements } = await listening();
    const reply = await send(sent);
    expect(reply.status).toBe(status);
    expect(reply.body).not.toMatch(leak);
    expect(reply.body.length + JSON.stringify(reply.headers).length).toBeLessThan(1_000);
    expect(statements).toEqual([]);
  });

  it.each(['localhost', '127.0.0.1:4000', '[::1]:4000'])('but not by the name %s', async (host) => {
    const { post } = await listening();
    expect((await post({ host })).status).toBe(200);
  });

  it('is asked by the names that it is given, and no others', async () => {
    const { post } = await listening({}, ['graph.example']);
    expect((await post({ host: 'Graph.example:443' })).status).toBe(200);
    expect((await post({ host: 'localhost' })).status).toBe(421);
  });
});

describe('a page elsewhere', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const elsewhere = { origin: 'https://attacker.example', 'sec-fetch-site': 'cross-site' };
  const formBody = 'query={stats{documents}}';

  it.each([
    ['a GET', { path: asked }],
    ['a form', { method: 'POST', headers: form, body: formBody }],
    ['plain text', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' }],
    ['a GET that says where it is from', { path: asked, headers: elsewhere }],
    ['a GET from beside us', { path: asked, headers: { 'sec-fetch-site': 'same-site' } }],
  ])('cannot have a browser send %s', async (_what, sent) => {
    const { send, statements } = await listening();
    const { status, json } = await send(sent);
    expect(status).toBe(403);
    expect(json.errors[0].extensions.code).toBe('CSRF_PREVENTED');
    expect(statements).toEqual([]);
  });

  it.each([
    ['a GET of our own page, as an EventSource makes it', { 'sec-fetch-site': 'same-origin' }],
    ['an address typed in', { 'sec-fetch-site': 'none' }],
    ['a client that says it was preflighted', preflighted],
    ["Apollo's header", { 'apollo-require-preflight': 'true' }],
  ])('is told from %s', async (_what, headers) => {
    const { send } = await listening();
    expect((await send({ path: asked, headers })).json).toEqual({
      data: { stats: { documents: 5 } },
    });
  });

  it('is told from GraphiQL, which opens', async () => {
    const { send } = await listening();
    const headers = { accept: 'text/html', 'sec-fetch-site': 'cross-site' };
    expect((await send({ headers })).body).toContain('<title>Claimgraph');
  });

  it('reads no answer, unless its origin is on the list', async () => {
    const origin = 'https://app.example';
    const ask = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'x' };
    const granted = async (corsOrigins: string[]) => {
      const { post, send } = await listening({ access: { corsOrigins } });
      const replies = [
        await post({ origin }),
        await send({ method: 'OPTIONS', headers: { ...ask, origin } }),
      ];
      return replies.map(({ headers }) => [
        headers['access-control-allow-origin'],
        headers['access-control-allow-credentials'],
      ]);
    };
    const nothing = [undefined, undefined];
    expect(await granted([])).toEqual([nothing, nothing]);
    expect(await granted(['https://other.example'])).toEqual([nothing, nothing]);
    const listed = [origin, undefined];
    expect(await granted([origin, 'https://other.example'])).toEqual([listed, listed]);
  });
});

/** The checks of graphql-cop that are not above: what a scanner would put into its report. */
describe('a scanner finds nothing', () => {
  const codeOf = async (body: unknown) => {
    const { post } = await listening();
    const spec = { accept: 'application/graphql-response+json' };
    const reply = await post(spec, JSON.stringify(body));
    expect(reply.status).toBe(400);
    expect(reply.body).not.toMatch(leak);
    return `${reply.json.errors[0].extensions?.code} ${reply.json.errors[0].message}`;
  };

  it.each([
    ['batches', Array(10).fill({ query: '{ stats { documents } }' }), /Batching/],
    [
      'aliases without end',
      { query: `{ ${many(101, (i) => `a${i}: __typename`)} }` },
      /VALIDATION/,
    ],
    ['directives without end', { query: `{ __typename ${'@a'.repeat(10)} }` }, /VALIDATION/],
    ['fields without end', { query: `{ ${many(2_000, () => '__typename')} }` }, /PARSE/],
    [
      'introspection in circles',
      {
        query: `{ __schema { types { ${'fields { type { '.repeat(9)}name${' } }'.repeat(9)} } } }`,
      },
      /VALIDATION/,
    ],
    [
      'fragments in circles',
      { query: '{ stats { ...a } } fragment a on Stats { ...b } fragment b on Stats { ...a }' },
      /VALIDATION/,
    ],
    ['no query', { variables: {} }, /BAD_REQUEST/],
    ['a query that is a number', { query: 1 }, /BAD_REQUEST/],
    ['variables that are a text', { query: '{ __typename }', variables: 'x' }, /BAD_REQUEST/],
    ['a parameter of its own', { query: '{ __typename }', trace: true }, /BAD_REQUEST/],
  ])('%s are refused', async (_what, body, code) => {
    expect(await codeOf(body)).toMatch(code);
  });

  it('no answer holds a trace, or says what serves it', async () => {
    const { post } = await listening();
    const { headers, json } = await post({ 'apollo-tracing': '1' });
    expect(Object.keys(json)).toEqual(['data']);
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('server');
  });
});

function many(count: number, item: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => item(index)).join(' ');
}

describe('a server whose database is gone', () => {
  it('says so, and not where it was', async () => {
    const nowhere = { uri: 'bolt://127.0.0.1:9', username: 'neo4j', password: 'hunter2' };
    const recording = recordingClient(nowhere, { retryTime: 1 });
    onTestFinished(() => recording.client.close());
    const { fetch } = serverOver(recording, {});
    const answer = await fetch({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ stats { documents } }' }),
    });
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(await answer.text()).not.toMatch(leak);
  });
});
