import { describe, expect, it } from 'vitest';
import { dataOf } from '../../support/ask.ts';

async function keysOf(list: string, filter: string): Promise<string[]> {
  const { found } = await dataOf(
    `{ found: ${list}(first: 100, filter: ${filter}) { nodes { key } } }`,
  );
  return found.nodes.map(({ key }: { key: string }) => key);
}

describe('a filter', () => {
  it('and its negation part the whole list between them', async () => {
    const whole = await keysOf('entities', '{}');
    for (const filter of [
      '{ name: { contains: "Xiaomi" } }',
      '{ relations: { some: { types: [TARGETS], other: { ref: [{key: "germany"}] } } } }',
      '{ relations: { some: { period: { gte: "2024-01-01" } } } }',
      '{ relations: { some: { firstReported: { lt: "2023-01-01" } } } }',
      '{ or: [{ types: [PLAN] }, { relations: { count: { gt: 5 } } }] }',
    ]) {
      const inside = await keysOf('entities', filter);
      const outside = await keysOf('entities', `{ not: ${filter} }`);
      expect(inside.length, filter).toBeGreaterThan(0);
      expect(outside.length, filter).toBeGreaterThan(0);
      expect([...inside, ...outside].sort()).toEqual([...whole].sort());
    }
  });

  it('that names no type is met by nothing', async () => {
    expect(await keysOf('entities', '{ relations: { some: { types: [] } } }')).toEqual([]);
    const { relations } = await dataOf('{ relations(filter: { types: [] }) { totalCount } }');
    expect(relations.totalCount).toBe(0);
    expect(await keysOf('entities', '{ relations: { none: { types: [] } } }')).toEqual(
      await keysOf('entities', '{}'),
    );
  });

  it('by name disregards case and accents, and reads aliases', async () => {
    expect(await keysOf('places', '{ name: { eq: "MUNCHEN" } }')).toEqual(['munich']);
    expect(await keysOf('places', '{ name: { eq: "muenchen" } }')).toEqual(['munich']);
    expect(await keysOf('people', '{ name: { eq: "雷军" } }')).toEqual(['lei-jun']);
    expect(await keysOf('places', '{ name: { startsWith: "nürb" } }')).toContain('nuerburgring');
  });

  it('combines its conditions by and', async () => {
    expect(await keysOf('places', '{ kind: [COUNTRY], countryCode: { eq: "de" } }')).toEqual([
      'germany',
    ]);
    expect(await keysOf('places', '{ kind: [CITY], countryCode: { eq: "XX" } }')).toEqual([]);
  });

  it('nests through relations', async () => {
    const plans = await keysOf(
      'plans',
      '{ relations: { some: { types: [TARGETS], to: { relations: { some: { types: [PART_OF], from: { ref: [{key: "munich"}] } } } } } } }',
    );
    expect(plans).toContain('munich-research-hub');
  });

  it('none is the opposite of some', async () => {
    const some = await keysOf('plans', '{ relations: { some: { types: [TARGETS] } } }');
    const none = await keysOf('plans', '{ relations: { none: { types: [TARGETS] } } }');
    expect([...some, ...none].sort()).toEqual((await keysOf('plans', '{}')).sort());
  });

  it('of relations tells the two ends apart', async () => {
    const types = async (filter: string) => {
      const { relations } = await dataOf(
        `{ relations(first: 100, filter: ${filter}) { nodes { type from { key } to { key } } } }`,
      );
      return relations.nodes as { type: string; from: { key: string }; to: { key: string } }[];
    };
    const from = await types('{ from: { ref: [{key: "lei-jun"}] } }');
    const to = await types('{ to: { ref: [{key: "lei-jun"}] } }');
    const other = await types('{ other: { ref: [{key: "lei-jun"}] } }');
    expect(from.every((relation) => relation.from.key === 'lei-jun')).toBe(true);
    expect(other).toHaveLength(from.length + to.length);
  });

  it('of statements finds denials, speakers and origins', async () => {
    const count = async (filter: string) =>
      (await dataOf(`{ statements(filter: ${filter}) { totalCount } }`)).statements.totalCount;
    const all = await count('{}');
    const denials = await count('{ polarity: NEGATED }');
    expect(denials).toBeGreaterThan(0);
    expect(await count('{ polarity: AFFIRMED }')).toBe(all - denials);
    expect(await count('{ attributedTo: [{key: "lei-jun"}] }')).toBeGreaterThan(0);
    expect(await count('{ origins: [{key: "nikkei"}] }')).toBeGreaterThan(0);
    expect(await count('{ predicates: [PRICE, STORE_COUNT] }')).toBeGreaterThan(1);
    expect(await count('{ subject: { types: [PLAN] }, predicates: [DUE] }')).toBeGreaterThan(1);
  });

  it('of documents reads dates as days on which they are certainly out', async () => {
    const keys = await keysOf('documents', '{ published: { lte: "2022-12-31" } }');
    expect(keys).toContain('xiaomi-baic-kooperation-bloomberg');
    expect(keys).not.toContain('xiaomi-top-fuenf-pandaily');
  });
});

describe('an empty condition', () => {
  it.each(['period: {}', 'firstReported: {}', 'role: {}', 'from: {}', 'other: {}', 'and: []'])(
    'is none: %s',
    async (filter) => {
      const { all, filtered } = await dataOf(
        `{ all: relations { totalCount } filtered: relations(filter: { ${filter} }) { totalCount } }`,
      );
      expect(filtered).toEqual(all);
    },
  );
});

describe('symmetric relations', () => {
  it.each(['from', 'to', 'other'])('are found by either end as "%s"', async (end) => {
    for (const key of ['baic', 'xiaomi']) {
      const { relations } = await dataOf(
        `{ relations(filter: {types: [NEGOTIATES_WITH], ${end}: {ref: [{key: "${key}"}]}}) { totalCount } }`,
      );
      expect(relations.totalCount).toBe(1);
    }
  });

  it('are found by both ends in either order, and not by one end twice', async () => {
    const count = async (from: string, to: string) =>
      (
        await dataOf(`{ relations(filter: {types: [NEGOTIATES_WITH],
          from: {ref: [{key: "${from}"}]}, to: {ref: [{key: "${to}"}]}}) { totalCount } }`)
      ).relations.totalCount;
    expect([await count('baic', 'xiaomi'), await count('xiaomi', 'baic')]).toEqual([1, 1]);
    expect(await count('xiaomi', 'xiaomi')).toBe(0);
  });

  it('are read from both ends, whichever way they are stored', async () => {
    const { baic, xiaomi } = await dataOf(`{
      baic: entity(ref: {key: "baic"}) { ... on Company { negotiatesWith { nodes { key } } } }
      xiaomi: entity(ref: {key: "xiaomi"}) { ... on Company { negotiatesWith { nodes { key } } } } }`);
    expect(baic.negotiatesWith.nodes).toContainEqual({ key: 'xiaomi' });
    expect(xiaomi.negotiatesWith.nodes).toContainEqual({ key: 'baic' });
  });

  it('count in each direction, other relations in their own', async () => {
    const { entity } = await dataOf(`{ entity(ref: {key: "baic"}) {
      in: relations(direction: IN, first: 100) { totalCount edges { forward relation { type } } }
      out: relations(direction: OUT, first: 100) { totalCount edges { relation { type } } }
      both: relations(first: 100) { totalCount } } }`);
    const symmetric = (side: { edges: { relation: { type: string } }[] }) =>
      side.edges.filter(({ relation }) =>
        ['NEGOTIATES_WITH', 'PARTNERS_WITH', 'COMPETES_WITH'].includes(relation.type),
      ).length;
    expect(symmetric(entity.in)).toBeGreaterThan(0);
    expect(symmetric(entity.in)).toBe(symmetric(entity.out));
    const total = entity.in.totalCount + entity.out.totalCount - symmetric(entity.in);
    expect(entity.both.totalCount).toBe(total);
  });
});
