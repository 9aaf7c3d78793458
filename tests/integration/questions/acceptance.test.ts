import { describe, expect, it } from 'vitest';
import { ontology } from '../../../schema/ontology/ontology.ts';
import type { RelationType } from '../../../schema/ontology/relations.ts';
import { dataOf, graphServer } from '../../support/ask.ts';

describe('a person’s announcements', () => {
  it('list the plan for Europe with its due date and its evidence', async () => {
    const { entity } = await dataOf(`{ entity(ref: {key: "lei-jun"}) { ... on Person { announced {
      edges { node { key due { edtf } } relation { statements(first: 3) { nodes {
        modality document { title } passage { start end } } } } } } } } }`);
    const plan = entity.announced.edges.find(
      ({ node }: { node: { key: string } }) => node.key === 'europe-before-2030',
    );
    expect(plan).toMatchObject({
      node: { due: { edtf: '../2029' } },
      relation: { statements: { nodes: [{ modality: 'FACT', passage: { start: 1381 } }] } },
    });
    expect(plan.relation.statements.nodes[0].document.title).not.toBe('');
  });
});

const symmetric = Object.keys(ontology.relations).filter(
  (type) => 'symmetric' in ontology.relations[type as RelationType],
);

describe('paths', () => {
  const search = `query ($from: String!, $to: String!, $first: Int = 5) {
    paths(from: [{key: $from}], to: [{key: $to}], first: $first) {
      nodes { length start { key } end { key } hops {
        forward node { key } relation { type from { key } to { key } statements(first: 3) { nodes { id } } } } }
      completeness { complete reason completeToHops } } }`;

  it('lead from Lei Jun to Germany over relations that follow each other', async () => {
    const { paths } = await dataOf(search, { from: 'lei-jun', to: 'germany' });
    expect(paths.nodes.length).toBeGreaterThan(0);
    for (const { start, hops, end, length } of paths.nodes) {
      expect(start.key).toBe('lei-jun');
      expect(end.key).toBe('germany');
      expect(hops).toHaveLength(length);
      let at = start.key;
      for (const { forward, node, relation } of hops) {
        const ends = [relation.from.key, relation.to.key];
        expect([at, node.key].sort()).toEqual([...ends].sort());
        if (!symmetric.includes(relation.type)) expect(forward).toBe(relation.to.key === node.key);
        at = node.key;
      }
    }
  });

  it('enter no entity twice', async () => {
    const { paths } = await dataOf(search, { from: 'hugo-barra', to: 'baic', first: 50 });
    for (const { start, hops } of paths.nodes) {
      const keys = [start.key, ...hops.map((hop: { node: { key: string } }) => hop.node.key)];
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('bring statements for a hop that is no reference data', async () => {
    const { paths } = await dataOf(search, { from: 'hugo-barra', to: 'baic' });
    expect(paths.nodes[0]).toMatchObject({ length: 2 });
    expect(paths.nodes[0].hops[1].relation.statements.nodes.length).toBeGreaterThan(0);
  });

  it('say that there are more, and up to which length all are there', async () => {
    const { paths } = await dataOf(search, { from: 'hugo-barra', to: 'baic', first: 1 });
    expect(paths.nodes).toHaveLength(1);
    expect(paths.completeness).toEqual({ complete: false, reason: 'LIMIT', completeToHops: 2 });
  });

  it.each(['germany', 'xiaomi', 'su7', 'baic'])(
    'to %s begin with the one that is shown where one is asked for',
    async (to) => {
      const [one, more] = await Promise.all(
        [1, 20].map((first) => dataOf(search, { from: 'lei-jun', to, first })),
      );
      expect(one.paths.nodes).toEqual(more.paths.nodes.slice(0, 1));
      expect(one.paths.completeness.complete).toBe(more.paths.nodes.length === 1);
    },
  );

  it('say that they are complete when they are', async () => {
    const { paths } = await dataOf(search, { from: 'lei-jun', to: 'germany', first: 100 });
    expect(paths.completeness).toEqual({ complete: true, reason: null, completeToHops: 3 });
  });
});

describe('paths under a view', () => {
  const search = `query ($to: String!, $view: View) {
    paths(from: [{key: "lei-jun"}], to: [{key: $to}], view: $view, via: {maxHops: 4}, first: 20) {
      nodes { length independentSourceCount hops {
        node { key } modality evidence { independentSourceCount statementCount } relation { id } } }
      completeness { complete } } }`;

  it('lead from Lei Jun to the SU7 over relations that two origins back', async () => {
    const twice = { minIndependentSources: 2 };
    const { paths } = await dataOf(search, { to: 'su7', view: twice });
    expect(paths.nodes.length).toBeGreaterThan(0);
    for (const { independentSourceCount, hops } of paths.nodes) {
      expect(independentSourceCount ?? 2).toBeGreaterThanOrEqual(2);
      for (const { evidence } of hops) {
        if (evidence.statementCount === 0) continue;
        expect(evidence.independentSourceCount).toBeGreaterThanOrEqual(2);
      }
    }
  });

  it('do not lead to Germany over such relations, though there are paths', async () => {
    const { paths } = await dataOf(search, { to: 'germany', view: { minIndependentSources: 2 } });
    expect(paths).toEqual({ nodes: [], completeness: { complete: true } });
    const all = await dataOf(search, { to: 'germany', view: {} });
    expect(all.paths.nodes.length).toBeGreaterThan(0);
  });

  it('do not lead to what was not known yet', async () => {
    const lengths = async (to: string) => {
      const { paths } = await dataOf(search, { to, view: { knownAt: '2023-06-30' } });
      return paths.nodes.map(({ length }: { length: number }) => length);
    };
    expect(await lengths('munich-research-hub')).toEqual([]);
    expect(await lengths('top-five-automaker')).toContain(1);
  });
});

describe('what lies around an entity', () => {
  it('is reached nearest first, with a way to each', async () => {
    const { entity } = await dataOf(`{ entity(ref: {key: "lei-jun"}) {
      reachable(filter: {types: [PLACE]}, via: {maxHops: 4}) {
        edges { hops node { key } path { length start { key } end { key } } } } } }`);
    const { edges } = entity.reachable;
    expect(edges.length).toBeGreaterThan(2);
    const hops = edges.map((edge: { hops: number }) => edge.hops);
    expect(hops).toEqual([...hops].sort());
    for (const { hops, node, path } of edges) {
      expect(path).toEqual({ length: hops, start: { key: 'lei-jun' }, end: { key: node.key } });
    }
  });

  it('is paged through without gaps and repetitions', async () => {
    const page = `query ($after: String, $first: Int) { entity(ref: {key: "xiaomi"}) {
      reachable(first: $first, after: $after) { nodes { key } pageInfo { hasNextPage hasPreviousPage endCursor } } } }`;
    const keysOf = (nodes: { key: string }[]) => nodes.map(({ key }) => key);
    const all = (await dataOf(page, { first: 30 })).entity.reachable;
    const first = (await dataOf(page, { first: 7 })).entity.reachable;
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const after = first.pageInfo.endCursor;
    const second = (await dataOf(page, { first: 23, after })).entity.reachable;
    expect(second.pageInfo.hasPreviousPage).toBe(true);
    expect(keysOf([...first.nodes, ...second.nodes])).toEqual(keysOf(all.nodes));
  });
});

describe('a pattern', () => {
  it('binds its names: who announced a plan of which company for which place', async () => {
    const { match } = await dataOf(`{ match(pattern: [
      { node: { as: "who", types: [PERSON] } }, { relation: { types: [ANNOUNCED] } }, { node: { as: "plan" } },
      { relation: { as: "way", types: [TARGETS, PART_OF], maxHops: 2 } }, { node: { as: "place", types: [PLACE] } }]) {
      nodes { path { length } bindings { name node { key } relation { type } } } completeness { complete } } }`);
    expect(match.completeness.complete).toBe(true);
    const first = match.nodes[0].bindings;
    expect(first.map(({ name }: { name: string }) => name)).toEqual([
      ...['who', 'plan', 'way', 'place'],
    ]);
    const plans = match.nodes.map(
      ({ bindings }: { bindings: { name: string; node: { key: string } }[] }) =>
        bindings.find(({ name }) => name === 'plan')?.node.key,
    );
    expect(plans).toContain('europe-before-2030');
  });
});

describe('search', () => {
  const keysFor = async (query: string): Promise<string[]> => {
    const { search } = await dataOf('query ($q: String!) { search(query: $q) { nodes { key } } }', {
      q: query,
    });
    return search.nodes.map(({ key }: { key: string }) => key);
  };

  it.each([
    ['雷军', 'lei-jun'],
    ['lei', 'lei-jun'],
    ['Lei Jnu', 'lei-jun'],
    ['lei jun', 'lei-jun'],
    ['München', 'munich'],
    ['Muenchen', 'munich'],
    ['munich', 'munich'],
    ['Fahrassistenz', 'driver-assistance-abroad'],
    ['driver assistance', 'driver-assistance-abroad'],
    ['Nürburgrnig', 'nuerburgring'],
  ])('finds by %s the entity %s', async (query, key) => {
    expect(await keysFor(query)).toContain(key);
  });

  it.each(['雷军', 'Lei Jnu', 'LEI JUN'])('puts the person first for %s', async (query) => {
    expect((await keysFor(query))[0]).toBe('lei-jun');
  });

  it.each(['München', 'Muenchen'])(
    'puts the city before what merely bears its name: %s',
    async (query) => {
      expect((await keysFor(query))[0]).toBe('munich');
    },
  );

  it('ranks hits in names before hits in texts', async () => {
    const { search } = await dataOf(
      '{ search(query: "lei") { edges { score matches { field kind } } } }',
    );
    const kinds = search.edges.map(
      ({ matches }: { matches: { field: string }[] }) => matches[0]?.field === 'description',
    );
    expect(kinds).toEqual([...kinds].sort());
    expect(kinds).toContain(true);
  });

  it.each(['AND', '"', '*', 'a:b OR (', '~', '\\', '雷~2 && [', '  '])(
    'takes %s for words or refuses it, and never fails',
    async (query) => {
      const { errors } = await graphServer().ask(
        'query ($q: String!) { search(query: $q) { totalCount } }',
        { q: query },
      );
      expect(errors?.[0]?.extensions?.code ?? 'answered').toMatch(/answered|BAD_USER_INPUT/);
    },
  );
});
