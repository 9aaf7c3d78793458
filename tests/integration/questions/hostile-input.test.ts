import { getIntrospectionQuery } from 'graphql';
import { serverAudits } from 'graphql-http';
import { describe, expect, it } from 'vitest';
import { graphServer } from '../../support/ask.ts';

const json = { 'content-type': 'application/json' };

function nested(depth: number): string {
  const deeper = (left: number): string =>
    left === 0 ? 'key' : `relations(first: 1) { nodes { ${deeper(left - 1)} } }`;
  return `{ entity(ref: {key: "xiaomi"}) { ${deeper(depth)} } }`;
}

describe('a question out of proportion is refused in words', () => {
  it.each([
    ['too deep', nested(12), /depth/i],
    ['too many aliases', `{ ${aliases(31, 'stats { documents }')} }`, /aliases/i],
    ['too many aliased __typename', `{ ${aliases(31, '__typename')} }`, /aliases/i],
    ['too many tokens', `{ ${'stats { documents } '.repeat(600)} }`, /token/i],
    [
      'too many brackets',
      `{ entities(filter: ${'{not: '.repeat(300)}{}${'}'.repeat(300)}) { totalCount } }`,
      /nests deeper/,
    ],
    [
      'a list as deep as the stack',
      `{ a(x: ${'['.repeat(20_000)}${']'.repeat(20_000)}) }`,
      /nests deeper/,
    ],
    [
      'too many directives',
      `{ stats { documents ${'@include(if: true) '.repeat(9)} } }`,
      /directive/i,
    ],
    [
      'too much to return',
      '{ entities(first: 100) { nodes { relations(first: 100) { nodes { relations(first: 100) { nodes { key } } } } } } }',
      /objects/,
    ],
    ['too many ids', `{ nodes(ids: [${'"x",'.repeat(101)}]) { id } }`, /at most 100/],
    [
      'too many hops',
      '{ paths(from: [{key: "baic"}], to: [{key: "germany"}], via: {maxHops: 9}) { nodes { length } } }',
      /at most 8 hops/,
    ],
    [
      'too long a text',
      `{ search(query: "${'x'.repeat(501)}") { totalCount } }`,
      /longer than 500/,
    ],
  ])('%s', async (_what, query, message) => {
    const { status, errors, statements } = await graphServer().ask(query);
    expect(errors?.[0]?.message).toMatch(message);
    expect(status).toBeLessThan(500);
    expect(statements).toEqual([]);
  });

  it.each([
    [
      'conditions',
      { or: Array.from({ length: 100 }, () => ({ name: { eq: 'x' } })) },
      /conditions/,
    ],
    ['levels', nest(100, (inner) => ({ not: inner })), /deeper/],
    [
      'relations of relations',
      nest(5, (inner) => ({ relations: { some: { other: inner } } })),
      /relations of relations/,
    ],
    ['texts', { name: { in: Array.from({ length: 101 }, String) } }, /./],
  ])('a filter in a variable with too many %s', async (_what, filter, message) => {
    const query = 'query ($filter: EntityFilter) { entities(filter: $filter) { totalCount } }';
    const { errors, statements } = await graphServer().ask(query, { filter });
    expect(errors?.[0]?.message).toMatch(message);
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    expect(statements).toEqual([]);
  });

  it.each([
    '{ search(query: "x", types: []) { totalCount } }',
    '{ paths(from: [{key: "baic"}], to: [{key: "xiaomi"}], via: {types: []}) { nodes { length } } }',
    '{ subgraph(seeds: [{key: "baic"}], via: {types: []}) { nodes { hops } } }',
  ])('an empty list of types: %s', async (query) => {
    const { errors } = await graphServer().ask(query);
    expect(errors?.[0]?.message).toMatch(/names no type/);
  });

  it('conditions that many hops would repeat out of proportion', async () => {
    const named = { name: { eq: 'x' }, relations: { some: { other: { name: { eq: 'y' } } } } };
    const filter = { or: Array.from({ length: 7 }, () => ({ from: named })) };
    const { errors, statements } = await graphServer().ask(
      `query ($via: TraversalInput) { paths(from: [{key: "baic"}], to: [{key: "germany"}], via: $via) { nodes { length } } }`,
      { via: { maxHops: 8, filter } },
    );
    expect(errors?.[0]?.message).toMatch(/fewer conditions, or fewer hops/);
    expect(statements).toEqual([]);
  });

  it.each([
    ['nothing', [], /Begin with a node/],
    ['a relation first', [{ relation: {} }, { node: {} }], /Put a node before it/],
    ['two nodes in a row', [{ node: {} }, { node: {} }], /Put a relation before it/],
    ['a relation last', [{ node: {} }, { relation: {} }], /Add the node that it leads to/],
    [
      'a name given twice',
      [{ node: { as: 'a' } }, { relation: { as: 'a' } }, { node: {} }],
      /'a' twice/,
    ],
    [
      'more hops than any search may go',
      [{ node: {} }, { relation: { maxHops: 8 } }, { node: {} }, { relation: {} }, { node: {} }],
      /9 hops long/,
    ],
    [
      'a relation repeated from 3 to 2 times',
      [{ node: {} }, { relation: { minHops: 3, maxHops: 2 } }, { node: {} }],
      /Raise 'maxHops'/,
    ],
    ['nobody', [{ node: { ref: { key: 'nobody' } } }], /not in the graph: nobody/],
  ])('a pattern of %s', async (_what, pattern, message) => {
    const { errors } = await graphServer().ask(
      'query ($pattern: [PatternElement!]!) { match(pattern: $pattern) { nodes { path { length } } } }',
      { pattern },
    );
    expect(errors?.[0]?.message).toMatch(message);
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });

  it('least hops beyond the most', async () => {
    const { errors } = await graphServer().ask(
      '{ subgraph(seeds: [{key: "baic"}], via: {minHops: 4}) { nodes { hops } } }',
    );
    expect(errors?.[0]?.message).toMatch(/Raise 'maxHops'/);
  });

  it('a body of a megabyte', async () => {
    const body = JSON.stringify({ query: `{ stats { documents } } #${'x'.repeat(1_000_000)}` });
    const response = await graphServer().fetch({ method: 'POST', headers: { ...json }, body });
    expect(response.status).toBe(413);
  });

  it('a body that does not say how long it is, and is a megabyte', async () => {
    const send = (query: string) => {
      const body = new Blob([JSON.stringify({ query })]).stream();
      const init = { method: 'POST', headers: { ...json }, body, duplex: 'half' } as RequestInit;
      return graphServer().fetch(init);
    };
    expect((await send(`{ stats { documents } } #${'x'.repeat(1_000_000)}`)).status).toBe(413);
    expect(await (await send('{ stats { documents } }')).json()).toEqual({
      data: { stats: { documents: 5 } },
    });
  });
});

function nest(levels: number, wrap: (inner: object) => object): object {
  return levels === 0 ? { name: { eq: 'x' } } : wrap(nest(levels - 1, wrap));
}

function aliases(count: number, field: string): string {
  return Array.from({ length: count }, (_, index) => `a${index}: ${field}`).join(' ');
}

describe('a question in proportion is answered', () => {
  it('a path with its statements, their documents, publishers and speakers', async () => {
    const { errors } =
      await graphServer().ask(`{ paths(from: [{key: "lei-jun"}], to: [{key: "germany"}]) {
      edges { node { hops { relation { statements(first: 2) { edges { node { attributedTo { name }
        document { publisher { name } basedOn { name } } } } } } } } } } }`);
    expect(errors).toBeUndefined();
  });

  it('the introspection of GraphiQL', async () => {
    const { errors } = await graphServer().ask(getIntrospectionQuery());
    expect(errors).toBeUndefined();
  });
});

describe('what a client sends never becomes Cypher', () => {
  const attacks = [
    "' OR 1=1 //",
    '" }) DETACH DELETE n //',
    '$keys',
    '`) MATCH (n) DETACH DELETE n //',
    '\\u0027}',
  ];

  it.each(attacks)('%s', async (attack) => {
    const { ask } = graphServer();
    const before = await ask('{ stats { statements revision } }');
    const { errors } = await ask(
      `query ($text: String!) {
        search(query: $text) { totalCount }
        entity(ref: {key: $text}) { key }
        entities(filter: { name: { contains: $text }, ref: [{key: $text}] }) { totalCount }
        relations(filter: { role: { eq: $text } }) { totalCount }
        documents(filter: { title: { startsWith: $text }, language: [$text] }) { totalCount }
        node(id: $text) { id } }`.replace('node(id: $text) { id } ', ''),
      { text: attack },
    );
    expect(errors ?? []).toEqual([]);
    expect(await ask('{ stats { statements revision } }')).toMatchObject({ data: before.data });
  });
});

describe('GraphQL over HTTP', () => {
  for (const audit of serverAudits({
    url: 'http://localhost/graphql',
    fetchFn: (url: string, init: RequestInit = {}) => {
      const { pathname, search } = new URL(url);
      // As a page elsewhere could not send it.
      const headers = { ...init.headers, 'graphql-require-preflight': '1' };
      return graphServer().fetch({ ...init, headers }, `${pathname}${search}`);
    },
  })) {
    it(`${audit.name} (${audit.id})`, async () => {
      expect(await audit.fn()).toMatchObject({ status: 'ok' });
    });
  }
});
