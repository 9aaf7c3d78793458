import { expect, test } from 'vitest';
import { z } from 'zod';
import { constraints } from '../../../schema/constraints.ts';
import { ontology } from '../../../schema/ontology/ontology.ts';
import type { GraphClient } from '../../../src/graph/client.ts';
import { type Cypher, cypher, parameter } from '../../../src/graph/cypher.ts';
import { compileQuestion, question } from '../../../src/graph/question.ts';
import { useOwnGraph } from './support/own-graph.ts';

const leaves = 20_000;
const hubDegree = 50_000 + 2;

const statement = question({ name: 'test: load', row: z.object({}), ask: (text: Cypher) => text });

/**
 * A hub of 50,000 with parallel relations of one type, a ring with self-loops and chords through all
 * entities, two of them with a hundred parallel relations, and two that hang on the hub alone.
 */
const own = useOwnGraph(async (client) => {
  await client.define(constraints(ontology).map((text) => ({ text, parameters: {} })));
  const run = (text: Cypher) => client.write((each) => each(compileQuestion(statement, text)));
  for (let from = 0; from < leaves; from += 5_000) {
    await run(cypher`UNWIND range(toInteger(${parameter('from', from)}), toInteger(${parameter('to', from + 4_999)})) AS n
CREATE (:Entity:Company {key: 'c' + n, name: 'c' + n, nameEn: 'c' + n, sortName: 'c' + n, foldedNames: ['c' + n]})`);
  }
  await run(cypher`UNWIND ['hub', 'one', 'other'] AS key
CREATE (:Entity:Company {key: key, name: key, nameEn: key, sortName: key, foldedNames: [key]})`);
  await relate(client, 'h', 50_000, cypher`'hub'`, cypher`'c' + n % 20000`);
  await relate(client, 'r', leaves, cypher`'c' + n`, cypher`'c' + (n + 1) % 20000`);
  await relate(client, 'c', leaves, cypher`'c' + n`, cypher`'c' + n * 7919 % 20000`);
  await relate(client, 's', 500, cypher`'c' + n`, cypher`'c' + n`);
  await relate(client, 'p', 100, cypher`'c1'`, cypher`'c10000'`);
  await relate(client, 'o', 1, cypher`'hub'`, cypher`'one'`);
  await relate(client, 'o', 1, cypher`'hub'`, cypher`'other'`);
  await run(cypher`MATCH (e:Entity) SET e.relationCount = COUNT { (e)--(:Entity) }`);
});

/** Relations of one type, each with an id of its own and one statement behind it. */
async function relate(client: GraphClient, kind: string, count: number, from: Cypher, to: Cypher) {
  for (let start = 0; start < count; start += 5_000) {
    const end = Math.min(start + 5_000, count) - 1;
    const text = cypher`UNWIND range(toInteger(${parameter('start', start)}), toInteger(${parameter('end', end)})) AS n
MATCH (from:Entity {key: ${from}}) MATCH (to:Entity {key: ${to}})
CREATE (from)-[:OWNS {id: from.key + ':OWNS:' + to.key + ':' + ${parameter('kind', kind)} + n, role: ${parameter('kind', kind)} + n, modality: 'FACT', statementCount: 1, documentCount: 1, independentSourceCount: 1, disputed: false}]->(to)`;
    await client.write((each) => each(compileQuestion(statement, text)));
  }
}

const completeness = 'completeness { complete reason completeToHops }';

/** Less than one test may take: a search that does not end of itself is ended, and says so. */
const traversalTime = 20_000;

test.each([
  ['the shortest', 'SHORTEST', 8],
  ['all of the shortest', 'ALL_SHORTEST', 8],
  ['all', 'SIMPLE', 4],
])('%s paths through a hub end in time, and say what they left out', async (_what, mode, hops) => {
  const { paths } = await own.ask(
    `{ paths(from: [{key: "c17"}], to: [{key: "c12345"}], mode: ${mode}, first: 10, via: {maxHops: ${hops}}) {
      nodes { length } ${completeness} } }`,
    {},
    { traversalTime },
  );
  expect(paths.nodes[0]).toEqual({ length: 2 });
  expect(paths.completeness.complete).toBe(mode === 'ALL_SHORTEST');
});

test('a hub is no way between others where it is too large, and the answer says so', async () => {
  const { paths, entity } = await own.ask(`{
    paths(from: [{key: "c17"}], to: [{key: "c19"}], via: {maxHops: 4, maxDegree: 1000}) {
      nodes { length hops { node { key } } } ${completeness} }
    entity(ref: {key: "c17"}) {
      reachable(first: 100, via: {maxHops: 2, maxDegree: 1000}) { nodes { key } ${completeness} }
      neighborhood(maxNodes: 200, via: {maxHops: 2, maxDegree: 1000}) { nodes { node { key } } ${completeness} } } }`);
  expect(paths.nodes[0]).toMatchObject({ length: 2, hops: [{ node: { key: 'c18' } }, {}] });
  // A path through the hub has two hops: only what is shorter is certain to be there.
  expect(paths.completeness).toEqual({ complete: false, reason: 'HUB_SKIPPED', completeToHops: 1 });
  expect(entity.reachable.nodes.map(({ key }: { key: string }) => key)).toContain('hub');
  for (const found of [entity.reachable, entity.neighborhood]) {
    expect(found.completeness).toEqual({
      ...{ complete: false, reason: 'HUB_SKIPPED', completeToHops: 1 },
    });
  }
});

test('everything can be reached from a hub, a page at a time', async () => {
  const { entity } = await own.ask(
    `{ entity(ref: {key: "hub"}) { reachable(first: 100, via: {maxHops: 8}) {
      edges { hops path { length } } pageInfo { hasNextPage } ${completeness} } } }`,
    {},
    { traversalTime },
  );
  expect(entity.reachable.edges).toHaveLength(100);
  expect(entity.reachable.pageInfo.hasNextPage).toBe(true);
  expect(entity.reachable.completeness).toMatchObject({ reason: 'LIMIT', completeToHops: 0 });
});

test('a subgraph around a hub is as large as was asked for, and says that there is more', async () => {
  const { entity } = await own.ask(
    `{ entity(ref: {key: "hub"}) { neighborhood(via: {maxHops: 4}, maxNodes: 1000, maxRelations: 3000) {
      nodes { hops degree } relations { modality } ${completeness} } } }`,
    {},
    { traversalTime },
  );
  const { nodes, relations } = entity.neighborhood;
  expect(nodes).toHaveLength(1000);
  expect(nodes[0]).toEqual({ hops: 0, degree: hubDegree });
  expect(relations.length).toBeGreaterThan(1000);
  expect(entity.neighborhood.completeness).toMatchObject({ reason: 'LIMIT', completeToHops: 0 });
});

test('a pattern of repeated relations around a hub fills its page and says that there is more', async () => {
  const { match } = await own.ask(
    `{ match(first: 50, pattern: [
      { node: { ref: {key: "hub"} } }, { relation: { direction: BOTH, maxHops: 4 } }, { node: { as: "middle" } },
      { relation: { direction: BOTH, maxHops: 4 } }, { node: {} }]) {
      nodes { path { length } } ${completeness} } }`,
    {},
    { traversalTime },
  );
  expect(match.nodes).toHaveLength(50);
  expect(match.completeness).toMatchObject({ reason: 'LIMIT', completeToHops: 1 });
});

test('parallel relations are different paths, and self-loops are none', async () => {
  const { paths } = await own.ask(
    `{ paths(from: [{key: "c1"}], to: [{key: "c10000"}], via: {maxHops: 1}, first: 100) { nodes { length } ${completeness} } }`,
  );
  expect(paths.nodes).toHaveLength(100);
  const { match } = await own.ask(
    `{ match(pattern: [{ node: { ref: {key: "c3"} } }, { relation: {} }, { node: { ref: {key: "c3"} } }]) { nodes { path { length } } ${completeness} } }`,
  );
  expect(match).toEqual({
    nodes: [{ path: { length: 1 } }],
    completeness: { complete: true, reason: null, completeToHops: 1 },
  });
});

test('a search that needs too much is answered as far as it could be finished', async () => {
  const field = (hops: number) => `{ paths(from: [{key: "one"}], to: [{key: "other"}],
    via: {maxHops: ${hops}}) { nodes { length hops { relation { id } } } ${completeness} } }`;
  // Their only path has two hops; that there is none of eight takes more than a transaction's memory.
  const { paths } = await own.ask(field(8), {}, { traversalTime: 20_000 });
  expect(paths.completeness.reason).toBe('TIME_BUDGET');
  expect(own.statements.length).toBeGreaterThan(1);
  const { completeToHops } = paths.completeness;
  expect(completeToHops).toBeGreaterThanOrEqual(2);
  const direct = await own.ask(field(completeToHops));
  expect(direct.paths.completeness).toMatchObject({ complete: true, completeToHops });
  expect(paths.nodes).toEqual(direct.paths.nodes);
});

test('no traversal fails for want of time', async () => {
  const answers = await own.ask(
    `{ paths(from: [{key: "c17"}], to: [{key: "c12345"}]) { nodes { length } ${completeness} }
      subgraph(seeds: [{key: "hub"}]) { nodes { hops } relations { modality } ${completeness} }
      match(pattern: [{ node: {} }, { relation: {} }, { node: {} }]) { nodes { path { length } } ${completeness} }
      entity(ref: {key: "hub"}) { reachable { nodes { key } ${completeness} } } }`,
    {},
    { traversalTime: 0 },
  );
  const { paths, subgraph, match, entity } = answers;
  for (const { nodes, completeness } of [paths, subgraph, match, entity.reachable]) {
    expect(nodes).toEqual([]);
    expect(completeness).toEqual({ complete: false, reason: 'TIME_BUDGET', completeToHops: 0 });
  }
});
