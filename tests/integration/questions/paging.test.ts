import { describe, expect, it } from 'vitest';
import { dataOf, graphServer } from '../../support/ask.ts';

interface Connection {
  readonly edges: { readonly cursor: string; readonly node: { readonly key: string } }[];
  readonly pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string };
  readonly totalCount: number;
}

const entities = `query ($first: Int, $after: String, $last: Int, $before: String, $orderBy: [EntityOrder!]) {
  list: entities(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy) {
    totalCount edges { cursor node { key } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

async function walk(query: string, forward: boolean, size: number, variables: object = {}) {
  const keys: string[] = [];
  let cursor: string | null = null;
  for (;;) {
    const page: object = forward ? { first: size, after: cursor } : { last: size, before: cursor };
    const { list } = (await dataOf(query, { ...variables, ...page })) as { list: Connection };
    const found = list.edges.map(({ node }) => node.key);
    if (forward) keys.push(...found);
    else keys.unshift(...found);
    const first = keys.length === found.length;
    expect(forward ? list.pageInfo.hasPreviousPage : list.pageInfo.hasNextPage).toBe(!first);
    const more = forward ? list.pageInfo.hasNextPage : list.pageInfo.hasPreviousPage;
    expect(more).toBe(keys.length < list.totalCount);
    if (!more) return keys;
    cursor = (forward ? list.edges.at(-1) : list.edges[0])?.cursor ?? null;
  }
}

describe('a list', () => {
  it.each([
    [undefined],
    [[{ field: 'NAME', direction: 'DESC' }]],
    [[{ field: 'RELATION_COUNT', direction: 'DESC' }]],
    [[{ field: 'FIRST_REPORTED', direction: 'ASC' }]],
    [
      [
        { field: 'LAST_REPORTED', direction: 'DESC' },
        { field: 'NAME', direction: 'ASC' },
      ],
    ],
  ])('has the same rows forwards and backwards, each once, ordered by %j', async (orderBy) => {
    const whole = await walk(entities, true, 100, { orderBy });
    expect(new Set(whole).size).toBe(whole.length);
    expect(await walk(entities, true, 17, { orderBy })).toEqual(whole);
    expect(await walk(entities, false, 23, { orderBy })).toEqual(whole);
  });

  it('of plans goes by the day by which they are due, in either direction and in pages as at once', async () => {
    const plans = `query ($first: Int, $after: String, $last: Int, $before: String, $direction: SortDirection!) {
      list: plans(first: $first, after: $after, last: $last, before: $before, orderBy: [{field: DUE, direction: $direction}]) {
        totalCount edges { cursor node { key due { earliest latest } } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
    for (const direction of ['ASC', 'DESC']) {
      const { list } = await dataOf(plans, { direction, first: 100 });
      const days: (string | null)[] = list.edges.map(
        ({ node: { due } }: { node: { due: { earliest: string; latest: string } | null } }) =>
          due?.latest ?? due?.earliest ?? null,
      );
      const dated = days.filter((day) => day !== null);
      expect(new Set(dated).size).toBeGreaterThan(3);
      expect(days.slice(0, dated.length)).toEqual(
        direction === 'ASC' ? dated.toSorted() : dated.toSorted().reverse(),
      );
      const whole = await walk(plans, true, 100, { direction });
      expect(await walk(plans, true, 4, { direction })).toEqual(whole);
      expect(await walk(plans, false, 5, { direction })).toEqual(whole);
    }
  });

  it('puts absent values last in both directions', async () => {
    const order = `query ($direction: SortDirection!) {
      documents(orderBy: [{field: PUBLISHED, direction: $direction}]) { nodes { key } }
      entities(first: 100, orderBy: [{field: FIRST_REPORTED, direction: $direction}]) {
        nodes { key statements(first: 1) { nodes { id } } } } }`;
    for (const direction of ['ASC', 'DESC']) {
      const { entities } = await dataOf(order, { direction });
      const dated: boolean[] = entities.nodes.map(
        ({ statements }: { statements: { nodes: unknown[] } }) => statements.nodes.length > 0,
      );
      expect(dated).toEqual([...dated].sort((a, b) => Number(b) - Number(a)));
      expect(dated).toContain(false);
    }
  });

  it('pages under each of many parents by itself', async () => {
    const { companies } = await dataOf(`{ companies(first: 40) { nodes { key
      all: relations(first: 100) { totalCount nodes { key } }
      page: relations(first: 2) { nodes { key } pageInfo { hasNextPage } } } } }`);
    for (const { all, page } of companies.nodes) {
      expect(page.nodes).toEqual(all.nodes.slice(0, 2));
      expect(page.pageInfo.hasNextPage).toBe(all.totalCount > 2);
    }
    const sizes = companies.nodes.map(({ all }: { all: { totalCount: number } }) => all.totalCount);
    expect(Math.max(...sizes)).toBeGreaterThan(2);
  });

  it.each([
    ['first: 2, last: 2', /exclude/],
    ['first: 2, before: "x"', /goes with/],
    ['first: 101', /at most 100/],
    ['first: -1', /first/],
    ['after: "nonsense"', /no cursor/],
    [`after: "${Buffer.from('["NAME,ID"]').toString('base64url')}"`, /another order/],
    ['orderBy: [{field: NAME}, {field: NAME}]', /twice/],
  ])('refuses %s with words that help', async (args, message) => {
    const { errors } = await graphServer().ask(`{ entities(${args}) { totalCount } }`);
    expect(errors?.[0]?.message).toMatch(message);
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });

  it('refuses a cursor of another order', async () => {
    const { list } = await dataOf(entities, { first: 1 });
    const { errors } = await graphServer().ask(entities, {
      after: list.edges[0].cursor,
      orderBy: [{ field: 'RELATION_COUNT' }],
    });
    expect(errors?.[0]?.message).toMatch(/another order/);
  });
});

describe('a ranked list', () => {
  it('goes on where its cursor says', async () => {
    const search = `query ($first: Int, $after: String) { search(query: "xiaomi", first: $first, after: $after) {
      totalCount edges { cursor node { key } } pageInfo { hasNextPage endCursor } } }`;
    const { search: whole } = await dataOf(search, { first: 100 });
    const { search: head } = await dataOf(search, { first: 3 });
    const { search: tail } = await dataOf(search, { first: 100, after: head.pageInfo.endCursor });
    expect(head.pageInfo.hasNextPage).toBe(true);
    expect([...head.edges, ...tail.edges]).toEqual(whole.edges);
    expect(whole.edges).toHaveLength(whole.totalCount);
  });

  it('has the same paths in pages as at once, each once', async () => {
    const paths = `query ($first: Int, $after: String) {
      list: paths(from: [{key: "lei-jun"}], to: [{key: "germany"}], via: {maxHops: 4}, first: $first, after: $after) {
        nodes { hops { relation { id } } } pageInfo { hasNextPage endCursor } completeness { complete } } }`;
    const { list: whole } = await dataOf(paths, { first: 100 });
    const pages: unknown[] = [];
    let after: string | null = null;
    do {
      const { list } = await dataOf(paths, { first: 3, after });
      pages.push(...list.nodes);
      after = list.pageInfo.hasNextPage ? list.pageInfo.endCursor : null;
      expect(list.completeness.complete).toBe(after === null);
    } while (after);
    expect(pages).toEqual(whole.nodes);
    expect(pages.length).toBeGreaterThan(6);
  });

  it('refuses the cursor of another question', async () => {
    const { search } = await dataOf(
      '{ search(query: "xiaomi", first: 1) { pageInfo { endCursor } } }',
    );
    const { errors } = await graphServer().ask(
      `{ search(query: "baic", after: "${search.pageInfo.endCursor}") { totalCount } }`,
    );
    expect(errors?.[0]?.message).toMatch(/another question/);
  });

  it('says so when the graph has changed since its cursor was given', async () => {
    const after = Buffer.from(JSON.stringify(['another-revision', 3])).toString('base64url');
    const { errors } = await graphServer().ask(
      `{ search(query: "xiaomi", after: "${after}") { totalCount } }`,
    );
    expect(errors?.[0]?.message).toMatch(/has changed/);
  });
});
