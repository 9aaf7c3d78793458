import { expect, it } from 'vitest';
import { graphServer } from '../../support/ask.ts';

async function statementsFor(query: string) {
  const { errors, statements } = await graphServer().ask(query);
  expect(errors).toBeUndefined();
  return statements;
}

it('one entity takes one statement', async () => {
  expect(await statementsFor('{ entity(ref: {key: "xiaomi"}) { name aliases } }')).toEqual([
    'entities-by-key',
  ]);
});

it('a nested list takes one statement for all its parents', async () => {
  const statements = await statementsFor(
    '{ companies(first: 30) { nodes { plans(first: 10) { nodes { targets(first: 5) { nodes { key } } } } } } }',
  );
  expect(statements).toHaveLength(3);
});

it('relations with statements, documents, speakers and origins take one statement a level', async () => {
  const statements =
    await statementsFor(`{ people(first: 5) { nodes { announced(first: 10) { edges {
    relation { from { key } to { key } statements(first: 5) { nodes { subject { key } object { key }
      attributedTo { key } origin { id } document { title publisher { key } basedOn { key } } } } } } } } } }`);
  const levels = ['entities-page', 'related-entities-page', 'statements-of-relation-page'];
  expect(statements.slice(0, 2)).toEqual(levels.slice(0, 2));
  expect(statements.filter((name) => name === 'statements-of-relation-page')).toHaveLength(1);
  expect(statements.filter((name) => name === 'documents-by-key')).toHaveLength(1);
  // Ends of relations, then speakers and subjects, then outlets: each level by itself.
  expect(statements.filter((name) => name === 'entities-by-key').length).toBeLessThanOrEqual(3);
});

it('due dates and states of many plans take a statement each', async () => {
  const statements = await statementsFor('{ plans(first: 100) { nodes { due { edtf } status } } }');
  expect(statements).toEqual(['entities-page', 'attribute-claims', 'attribute-claims']);
});

it('counts and further pages are asked for only when they are selected', async () => {
  const bare = await statementsFor(
    '{ plans(first: 2) { nodes { key } pageInfo { hasNextPage } } }',
  );
  expect(bare).toHaveLength(1);
  const counted = await statementsFor('{ plans(first: 2) { totalCount nodes { key } } }');
  expect(counted).toEqual(['entities-page', 'entities-count']);
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
  expect([...statements].sort()).toEqual(['entities-page', 'reachable', 'subgraphs']);
});

it('cursors of ranked lists take a statement more, where they are selected', async () => {
  const field = 'paths(from: [{key: "lei-jun"}], to: [{key: "germany"}]) { edges { cursor } }';
  expect(await statementsFor(`{ ${field} }`)).toEqual(['dataset-revisions', 'paths']);
});
