import { describe, expect, it } from 'vitest';
import { dataOf, graphServer } from '../../support/ask.ts';

interface Keyed {
  readonly key: string;
}

const keysOf = ({ nodes }: { nodes: readonly Keyed[] }) => nodes.map(({ key }) => key);

describe('as it was known on a day', () => {
  const known = `query ($day: Date!) {
    cars: products(view: {knownAt: $day}, first: 100) { nodes { key } }
    found: search(query: "SU7", view: {knownAt: $day}) { totalCount nodes { key } }
    plans(view: {knownAt: $day}, first: 100) { totalCount nodes { key } }
    xiaomi: entity(ref: {key: "xiaomi"}) { ... on Company {
      products(view: {knownAt: $day}, first: 100) { nodes { key } }
      statements(view: {knownAt: $day}, first: 100) { nodes { document { publishedAt { latest } } } } } }
    su7: entity(ref: {key: "su7"}) { key statements(view: {knownAt: $day}) { totalCount } } }`;

  it('the graph knows of no SU7 before there was one, though it is there to be asked for', async () => {
    const then = await dataOf(known, { day: '2022-12-31' });
    expect(keysOf(then.cars).filter((key) => key.includes('su7'))).toEqual([]);
    expect(keysOf(then.xiaomi.products).filter((key) => key.includes('su7'))).toEqual([]);
    expect(then.found).toEqual({ totalCount: 0, nodes: [] });
    expect(then.su7).toEqual({ key: 'su7', statements: { totalCount: 0 } });
    const later = await dataOf(known, { day: '2026-01-01' });
    for (const list of [later.found, later.cars, later.xiaomi.products]) {
      expect(keysOf(list)).toContain('su7');
    }
    expect(later.su7.statements.totalCount).toBeGreaterThan(0);
  });

  it('it knows the plan to be among the first five by the middle of 2023, and not Munich', async () => {
    const then = await dataOf(known, { day: '2023-06-30' });
    expect(keysOf(then.plans)).toContain('top-five-automaker');
    expect(keysOf(then.plans)).not.toContain('munich-research-hub');
    expect(keysOf(then.plans)).toHaveLength(then.plans.totalCount);
    const { latest } = then.xiaomi.statements.nodes.at(-1).document.publishedAt;
    expect(latest <= '2023-06-30').toBe(true);
  });

  it('what the reference data say of a product is there once it is known', async () => {
    const { then, later } = await dataOf(`{
      then: entity(ref: {key: "xiaomi-cars"}) { relations(view: {knownAt: "2022-12-31"}, first: 100) { nodes { key } } }
      later: entity(ref: {key: "xiaomi-cars"}) { relations(view: {knownAt: "2026-01-01"}, first: 100) { nodes { key } } } }`);
    expect(keysOf(then.relations)).not.toContain('su7');
    expect(keysOf(later.relations)).toContain('su7');
  });

  it('places of the reference data are known on every day', async () => {
    const { places } = await dataOf(
      '{ places(view: {knownAt: "1990-01-01"}, first: 100) { nodes { key } } }',
    );
    expect(keysOf(places)).toEqual(expect.arrayContaining(['germany', 'munich']));
  });

  it('a condition on relations tells nothing that was not yet known', async () => {
    const intoMunich = '{relations: {some: {types: [TARGETS], other: {ref: [{key: "munich"}]}}}}';
    const { then, later } = await dataOf(`{
      then: plans(view: {knownAt: "2023-06-30"}, filter: ${intoMunich}) { totalCount }
      later: plans(view: {knownAt: "2026-01-01"}, filter: ${intoMunich}) { totalCount } }`);
    expect(then.totalCount).toBe(0);
    expect(later.totalCount).toBeGreaterThan(0);
    const { companies } = await dataOf(`{ companies(first: 100
      view: {knownAt: "2023-06-30"} filter: {relations: {count: {gte: 1}}}) {
        nodes { key relations(view: {knownAt: "2023-06-30"}) { totalCount } } } }`);
    expect(companies.nodes.length).toBeGreaterThan(0);
    for (const { relations } of companies.nodes) expect(relations.totalCount).toBeGreaterThan(0);
  });

  it('a plan is overdue on the day of the view, not of the question', async () => {
    const { plan } = await dataOf(`{ plan: entity(ref: {key: "first-car-2024"}) { ... on Plan {
      today: status
      inTime: status(view: {knownAt: "2023-06-30"}) validThen: status(view: {validAt: "2023-06-30"})
      before: due(view: {knownAt: "2022-12-31"}) { edtf } after: due(view: {knownAt: "2023-06-30"}) { edtf } } } }`);
    expect(plan).toEqual({
      ...{ today: 'OVERDUE', inTime: 'ANNOUNCED', validThen: 'ANNOUNCED' },
      ...{ before: { edtf: '2024/..' }, after: { edtf: '2024' } },
    });
  });
});

describe('under a view', () => {
  const two = '{minIndependentSources: 2}';

  it('edges speak under the view of their list, a relation under its own', async () => {
    const { entity } = await dataOf(`{ entity(ref: {key: "xiaomi"}) {
      relations(view: {knownAt: "2022-12-31"}, first: 100) { edges {
        modality evidence { statementCount lastReported }
        relation { evidence { statementCount }
          seen: evidence(view: {knownAt: "2022-12-31"}) { statementCount lastReported }
          modality(view: {knownAt: "2022-12-31"})
          statements(view: {knownAt: "2022-12-31"}) { totalCount } } } } } }`);
    expect(entity.relations.edges.length).toBeGreaterThan(3);
    for (const { modality, evidence, relation } of entity.relations.edges) {
      expect([evidence, modality]).toEqual([relation.seen, relation.modality]);
      expect(relation.statements.totalCount).toBe(evidence.statementCount);
    }
    const grown = entity.relations.edges.filter(
      ({ evidence, relation }: never) =>
        (evidence as { statementCount: number }).statementCount <
        (relation as { evidence: { statementCount: number } }).evidence.statementCount,
    );
    expect(grown.length).toBeGreaterThan(0);
  });

  it('of two sources, every relation has two origins behind it, but for reference data', async () => {
    const { relations } = await dataOf(`{ relations(view: ${two}, first: 100) { totalCount nodes {
      evidence { statementCount independentSourceCount } } } }`);
    const counts = relations.nodes.map(
      ({ evidence }: { evidence: { independentSourceCount: number } }) =>
        evidence.independentSourceCount,
    );
    expect(counts.filter((count: number) => count === 1)).toEqual([]);
    expect(counts.filter((count: number) => count > 1).length).toBeGreaterThan(2);
    const { all } = await dataOf('{ all: relations { totalCount } }');
    expect(relations.totalCount).toBeLessThan(all.totalCount);
  });

  it('that asks for nothing, everything is as without one', async () => {
    const { bare, viewed } = await dataOf(`{
      bare: statements { totalCount } viewed: statements(view: {disputed: INCLUDE, minIndependentSources: 1}) { totalCount } }`);
    expect(viewed).toEqual(bare);
  });

  it.each([
    ['modalities: []', /names no modality/],
    ['publishers: []', /names no outlet/],
    ['minIndependentSources: 0', /at least 1 source/],
  ])('{%s} is refused with words that help', async (view, message) => {
    const { errors } = await graphServer().ask(`{ entities(view: {${view}}) { totalCount } }`);
    expect(errors?.[0]?.message).toMatch(message);
  });
});

describe('a timeline', () => {
  it('goes by the time that is spoken of, in pages as at once', async () => {
    const timeline = `query ($first: Int, $after: String) { entity(ref: {key: "xiaomi"}) {
      timeline(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
        edges { time { earliest latest } node { id } } } } }`;
    const { entity } = await dataOf(timeline, { first: 100 });
    const days = entity.timeline.edges.map(
      ({ time }: { time: { earliest: string; latest: string } }) => time.earliest ?? time.latest,
    );
    expect(days.length).toBeGreaterThan(20);
    expect(days).toEqual([...days].sort());
    const pages: unknown[] = [];
    let after: string | null = null;
    do {
      const { entity } = await dataOf(timeline, { first: 7, after });
      pages.push(...entity.timeline.edges);
      after = entity.timeline.pageInfo.hasNextPage ? entity.timeline.pageInfo.endCursor : null;
    } while (after);
    expect(pages).toEqual(entity.timeline.edges);
    expect(pages).toHaveLength(entity.timeline.totalCount);
  });
});

describe('facts and revisions', () => {
  it('give each attribute, place and scope once, with the statement that says so', async () => {
    const { entity, baic } = await dataOf(`{ entity(ref: {key: "xiaomi"}) {
      facts { attribute value { number text } evidence { statementCount } statement { predicate place { key } scope comparedTo { key } } } }
      baic: entity(ref: {key: "baic"}) { some: facts(attributes: [FOUNDED_IN]) { attribute } all: facts { attribute } } }`);
    const keys = entity.facts.map(({ statement }: { statement: unknown }) =>
      JSON.stringify(statement),
    );
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBeGreaterThan(5);
    for (const { attribute, evidence, statement } of entity.facts) {
      expect(statement.predicate).toBe(attribute);
      expect(evidence.statementCount).toBeGreaterThan(0);
    }
    expect(baic.some).toEqual([{ attribute: 'FOUNDED_IN' }]);
    expect(baic.all.length).toBeGreaterThan(1);
  });

  it('tell how the date of a plan moved, as far as it was known', async () => {
    const revisions = (view: string) =>
      dataOf(`{ plan: entity(ref: {key: "first-car-2024"}) { ... on Plan {
        revisions${view} { due { edtf } status slipDays statement { document { key } } } } } }`);
    const { plan } = await revisions('');
    expect(plan.revisions).toMatchObject([
      { due: { edtf: '2024/..' }, status: null, slipDays: null },
      { due: { edtf: '2024' }, status: null, slipDays: 0 },
    ]);
    const { plan: before } = await revisions('(view: {knownAt: "2022-12-31"})');
    expect(before.revisions).toEqual(plan.revisions.slice(0, 1));
  });
});
