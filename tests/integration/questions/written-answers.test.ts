import { describe, expect, it, vi } from 'vitest';
import { exampleTabs } from '../../../src/graphiql/example-tabs.ts';
import { bothWays, type Reply } from '../../support/both-ways.ts';
import { printedQueries } from '../../support/readme.ts';

// The database plans each of these for the first time.
vi.setConfig({ testTimeout: 120_000 });

const examples = [
  ...exampleTabs(),
  ...printedQueries.map(({ query }, index) => ({ name: `printed ${index + 1}`, query })),
];

it('every example has the same answer, byte for byte, written or completed, from as many statements', {
  timeout: 300_000,
}, async () => {
  const { ask } = bothWays();
  let written = 0;
  for (const { name, query } of examples) {
    // What was written in vain the first time is not written again.
    for (const time of ['first', 'second']) {
      const { byWriting, byCompleting, wrote } = await ask(query);
      if (wrote) {
        expect(byWriting, `${name}, ${time}`).toEqual(byCompleting);
        written += 1;
      } else {
        expect(read(byWriting), `${name}, ${time}`).toEqual(read(byCompleting));
      }
    }
  }
  expect(written).toBeGreaterThan(examples.length);
});

const writtenQueries: readonly (readonly [string, string, object?])[] = [
  [
    'what types share, merged, aliased and spread',
    `query { entities(first: 20) { nodes { __typename ...plan id ... on Company { kind plans(first: 2) { nodes { key } } }
      ... on Place { countryCode partOf { nodes { name de: name(language: DE) } } } } } again: entity(ref: {key: "xiaomi"}) { ...named ... on Entity { ...named } } }
      fragment plan on Plan { due { edtf label } targets(first: 2) { edges { node { ...named } relation { role } } } }
      fragment named on Entity { key name aliases }`,
  ],
  [
    'what is skipped and what is included',
    `query ($no: Boolean!, $yes: Boolean!) { entity(ref: {key: "xiaomi"}) { key name @skip(if: $yes) aliases @include(if: $no)
      ... @include(if: $yes) { description } ... on Company @skip(if: $no) { kind products(first: 2) @include(if: $yes) { nodes { key } } } } }`,
    { no: false, yes: true },
  ],
  ['nothing where there is nothing', '{ entity(ref: {key: "nobody"}) { name } __typename }'],
  [
    'pages with cursors, neighbours and counts',
    `{ companies(first: 3) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      edges { cursor node { key products(last: 2) { totalCount edges { cursor } pageInfo { hasPreviousPage } } } } } }`,
  ],
  [
    'names that JSON and JavaScript treat in their own ways',
    '{ __proto__: __typename constructor: entity(ref: {key: "xiaomi"}) { __proto__: key toString: name } }',
  ],
  [
    'statements with values, numbers, dates and what they are linked to',
    `{ statements(first: 50) { nodes { id predicate modality value { text number min max unit boolean approximate time { edtf earliest } }
      time { label(language: DE) earliest latest } origin { __typename id } attributedTo { name }
      document { key url publishedAt { edtf } } relation { type from { key } to { key } } } } }`,
  ],
  [
    'evidence under a view',
    `{ entity(ref: {key: "xiaomi"}) { relations(view: {knownAt: "2023-06-30"}) { edges { forward
      modality period { label } evidence { independentSourceCount disputed lastReported } node { name } } } } }`,
  ],
  [
    'paths and what lies around',
    `{ paths(from: [{key: "lei-jun"}], to: [{key: "germany"}], first: 3) { completeness { reason completeToHops complete }
      nodes { length independentSourceCount hops { forward node { key } relation { type } evidence { statementCount } } } }
      subgraph(seeds: [{key: "xiaomi"}], via: {maxHops: 1}) { nodes { hops degree node { key } } relations { relation { type from { key } } modality } } }`,
  ],
  [
    'what words meet',
    '{ search(query: "xiaomi", first: 3) { edges { score matches { field kind ranges { start end } } node { key } } } }',
  ],
];

describe.each(writtenQueries.map(([name, query, variables = {}]) => ({ name, query, variables })))(
  '$name',
  ({ query, variables }) => {
    it('is written, and the same as completed', async () => {
      const { byWriting, byCompleting, wrote } = await bothWays().ask(query, { ...variables });
      expect(byCompleting.body).not.toContain('"errors"');
      expect(byWriting).toEqual(byCompleting);
      expect(wrote).toBe(true);
    });
  },
);

const completedQueries: readonly (readonly [string, string, object?])[] = [
  ['the schema', '{ __schema { queryType { name } } }'],
  [
    'a page that is too large',
    '{ entity(ref: {key: "xiaomi"}) { relations(first: 1000) { nodes { key } } } }',
  ],
  [
    'a cursor that is none',
    '{ entity(ref: {key: "xiaomi"}) { relations(after: "x") { nodes { key } } name } }',
  ],
  [
    'arguments that exclude each other',
    '{ companies(first: 2) { nodes { products(first: 1, last: 1) { nodes { key } } } } }',
  ],
  ['an id that is none', '{ node(id: "x") { id } entity(ref: {key: "xiaomi"}) { key } }'],
  ['a variable that is missing', 'query ($key: String!) { entity(ref: {key: $key}) { key } }'],
  [
    'more than a query may cost',
    '{ companies(first: 100) { nodes { relations(first: 100) { nodes { relations(first: 100) { nodes { key } } } } } } }',
  ],
  ['what is not in the schema', '{ entity(ref: {key: "xiaomi"}) { nothing } }'],
  [
    'cursors of a search',
    '{ search(query: "xiaomi", first: 2) { totalCount edges { cursor node { key } } } }',
  ],
  [
    'what is asked of Neo4j',
    '{ paths(from: [{key: "lei-jun"}], to: [{key: "xiaomi"}]) { nodes { length } query { cypher } } }',
  ],
  [
    'one name for two things',
    `{ entity(ref: {key: "lei-jun"}) { relations(first: 1) {
    edges { node { some: relations(first: 1) { nodes { key } } } }
    nodes { some: relations(first: 2) { nodes { key } } } } } }`,
  ],
];

describe.each(
  completedQueries.map(([name, query, variables = {}]) => ({ name, query, variables })),
)('$name', ({ query, variables }) => {
  it('is left to the executor, which asks nothing twice', async () => {
    const { ask } = bothWays({});
    for (const time of ['first', 'second']) {
      const { byWriting, byCompleting, wrote } = await ask(query, { ...variables });
      expect(read(byWriting), time).toEqual(read(byCompleting));
      expect(wrote, time).toBe(false);
    }
  });
});

/** Yoga's own executor, which has what is not written, gives fields that take longer a later place. */
function read({ body, ...reply }: Reply) {
  return { ...reply, answer: JSON.parse(body) as unknown };
}

it('says what a written answer cost to whoever asks', async () => {
  const query = '{ companies(first: 2) { nodes { key } } }';
  const headers = { 'graphql-cost': 'report' };
  const { byWriting, byCompleting, wrote } = await bothWays().ask(query, {}, headers);
  expect(wrote).toBe(true);
  expect(byWriting.body).toContain('"extensions":{"cost":');
  expect(byWriting).toEqual(byCompleting);
});

it('writes for whoever reads events, too', async () => {
  const query = '{ companies(first: 2) { nodes { key } } }';
  const { byWriting, byCompleting, wrote } = await bothWays().ask(
    query,
    {},
    { accept: 'text/event-stream' },
  );
  expect(wrote).toBe(true);
  expect(byWriting).toEqual(byCompleting);
});
