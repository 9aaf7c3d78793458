import { expect, it } from 'vitest';
import { graphServer } from '../../support/ask.ts';

async function statementsFor(query: string) {
  const { errors, statements } = await graphServer().ask(query);
  expect(errors).toBeUndefined();
  return statements;
}

const statement = `modality summary attributedTo { key name } origin { id } document { title
  publisher { name } basedOn { name } } passage { start end }`;

it.each([
  ['one entity', '{ entity(ref: {key: "xiaomi"}) { name aliases } }'],
  [
    'typed connections in each other',
    '{ companies(first: 10) { nodes { plans(first: 5) { nodes { targets(first: 3) { nodes { key } } } } } } }',
  ],
  [
    'relations with their statements, speakers, origins and documents',
    `{ people(first: 5) { nodes { announced(first: 5) { edges { relation { from { key } to { key }
      evidence { statementCount } statements(first: 3) { nodes { ${statement} } } } } } } } }`,
  ],
  [
    'evidence under a view',
    `{ entity(ref: {key: "xiaomi"}) { relations(view: {knownAt: "2023-06-30"}) { edges {
      modality period { label } evidence { independentSourceCount disputed } node { name } } } } }`,
  ],
  [
    'fields of many relations, each under a view of its own',
    `{ people { nodes { announced(view: {knownAt: "2023-06-30"}) { edges { evidence { statementCount }
      relation { modality(view: {knownAt: "2023-06-30"}) period(view: {validAt: "2023-06-30"}) { edtf } } } } } } }`,
  ],
  ['how plans moved', '{ plans(first: 50) { nodes { status revisions { slipDays } } } }'],
  [
    'one field under several names',
    `{ entity(ref: {key: "xiaomi"}) { few: relations(first: 2) { nodes { key } }
      out: relations(first: 5, direction: OUT) { nodes { key } totalCount }
      backwards: relations(last: 3) { pageInfo { hasPreviousPage } edges { cursor } } } }`,
  ],
  [
    'fragments on types behind an interface',
    `query { entities(first: 20) { nodes { __typename ...plan ... on Company { plans(first: 2) { nodes { key } } }
      ... on Place { countryCode partOf { nodes { name } } } } } }
      fragment plan on Plan { targets(first: 2) { edges { node { name } relation { role } } } }`,
  ],
  [
    'a document with what it says and mentions',
    `{ documents(first: 2) { nodes { title statements(first: 5) { nodes { subject { key } object { key }
      relation { type from { name } } } } entities(first: 5) { nodes { name } totalCount } } } }`,
  ],
  [
    'statements with their ends',
    '{ statements(first: 10) { totalCount nodes { subject { name } object { name } place { name } comparedTo { name } saidAt { label } } } }',
  ],
  [
    'filters through relations',
    `{ plans(filter: {relations: {some: {types: [TARGETS], to: {ref: [{key: "europe"}]}}}}) { totalCount
      nodes { name concerns(first: 3) { nodes { name } } } } }`,
  ],
  [
    'relations as a list',
    `{ relations(first: 10, filter: {types: [ANNOUNCED]}) { nodes { id role from { name } to { name ... on Plan { targets { nodes { key } } } }
      statements(first: 1) { nodes { document { key } } } } } }`,
  ],
])('%s: one statement', async (_name, query) => {
  expect(await statementsFor(query)).toHaveLength(1);
});

it('what two places mean differently by one name loads by itself, and is right', async () => {
  const query = `{ entity(ref: {key: "lei-jun"}) { relations(first: 1) {
    edges { node { some: relations(first: 1) { nodes { key } } } }
    nodes { some: relations(first: 2) { nodes { key } } } } } }`;
  const { data, errors, statements } = await graphServer().ask(query);
  expect(errors).toBeUndefined();
  expect(statements.length).toBeGreaterThan(1);
  const { edges, nodes } = data.entity.relations;
  expect(edges[0].node.some.nodes).toHaveLength(1);
  expect(nodes[0].some.nodes).toHaveLength(2);
});

it('a statement per root field', async () => {
  const statements = await statementsFor(
    '{ a: entity(ref: {key: "xiaomi"}) { name } b: plans(first: 1) { nodes { key } } }',
  );
  expect(statements).toHaveLength(2);
});

it.each([
  [
    'paths',
    'paths(from: [{key: "lei-jun"}], to: [{key: "germany"}]) { nodes { length } completeness { complete } }',
  ],
  [
    'subgraphs',
    'subgraph(seeds: [{key: "lei-jun"}, {key: "su7"}]) { nodes { degree } relations { modality relation { from { key } to { key } } } completeness { complete } }',
  ],
])('%s takes one statement, the check of its names included', async (name, field) => {
  expect(await statementsFor(`{ ${field} }`)).toEqual([name]);
});

it('what many entities reach, ways there included, takes one statement for all of them', async () => {
  const statements = await statementsFor(`{ people { nodes {
    reachable(first: 3) { edges { hops node { key } path { length } } completeness { complete } }
    neighborhood(via: {maxHops: 2}, maxNodes: 10, maxRelations: 10) { nodes { node { key } } } } } }`);
  expect([...statements].sort()).toEqual(['list: people', 'reachable', 'subgraphs']);
});

it('one path is looked for without longer ones, unless the shortest is the only one of its length', async () => {
  const cypherOf = async (first: number) => {
    const { data, statements } = await graphServer().ask(
      `{ paths(from: [{key: "lei-jun"}], to: [{key: "germany"}], first: ${first}) { completeness { reason } query { cypher } } }`,
    );
    expect(statements).toEqual(['paths']);
    return data.paths.query.cypher.length;
  };
  expect((await cypherOf(1)) * 3).toBeLessThan(await cypherOf(2));
});

it('cursors of ranked lists take a statement more, where they are selected', async () => {
  const field = 'paths(from: [{key: "lei-jun"}], to: [{key: "germany"}]) { edges { cursor } }';
  expect(await statementsFor(`{ ${field} }`)).toEqual(['graph-revisions', 'paths']);
});
