import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { View } from '../../../schema/claims/view.ts';
import { cypher } from '../../../src/graph/cypher.ts';
import { graphServer } from '../../support/ask.ts';
import { idOf } from '../../support/global-id.ts';
import { useEmptyGraph } from './support/empty-graph.ts';
import { randomClaims, randomView } from './support/random-claims.ts';
import {
  type PlainGraph,
  type PlainRelation,
  type PlainStatement,
  type Seen,
  slowView,
} from './support/slow-view.ts';

const graph = useEmptyGraph();

test('every view of any claims shows what a slow reading of the statements does', async () => {
  await fc.assert(
    fc.asyncProperty(
      randomClaims,
      fc.array(randomView, { minLength: 8, maxLength: 8 }),
      async (datasets, views) => {
        await graph.client.define([{ text: 'MATCH (n) DETACH DELETE n', parameters: {} }]);
        for (const lines of datasets) {
          expect(await graph.importLines(lines)).toMatchObject({ rejects: [] });
        }
        const plain = await plainGraph();
        const { ask } = graphServer({ connection: graph.connection });
        for (const view of [{}, ...views]) {
          compare(await asked(ask, view), slowView(plain, view), JSON.stringify(view));
        }
      },
    ),
    { numRuns: 5, endOnFailure: true },
  );
}, 600_000);

const evidence =
  '{ statementCount documentCount independentSourceCount firstReported lastReported disputed }';

/** Each by itself: on a busy machine, planning all of them takes longer than a request may. */
const questions = [
  'statements(view: $view, first: 100) { totalCount nodes { id } }',
  'entities(view: $view, first: 20) { totalCount nodes { key } }',
  `related: entities(first: 20) { nodes { key relations(view: $view, first: 30) { totalCount
    edges { relation { id } modality period { edtf } evidence ${evidence} } } } }`,
  `relations(view: $view, first: 50) { nodes { id
    modality(view: $view) period(view: $view) { edtf } evidence(view: $view) ${evidence}
    statements(view: $view, first: 50) { nodes { id } } } }`,
  'conflicts(view: $view, first: 50) { nodes { statements(view: $view) { id } } }',
  `contradicted: statements(view: $view, first: 100, filter: {disputed: true}) {
    nodes { id conflicts(view: $view) { id } } }`,
  'facts: relations(view: $view, first: 50, filter: {modalities: [FACT]}) { nodes { id } }',
  `in2022: relations(view: $view, first: 50, filter: {period: {eq: "2022-03-01"}}) { nodes { id } }`,
  `early: relations(view: $view, first: 50, filter: {firstReported: {lt: "2022-01-01"}}) {
    nodes { id } }`,
  `pursuing: entities(view: $view, first: 50, filter: {relations: {
    some: {types: [PURSUES, ANNOUNCED], modalities: [FACT, REPORTED]}}}) { nodes { key } }`,
  `connected: entities(view: $view, first: 50, filter: {relations: {
    count: {gte: 2}, none: {types: [PARTNERS_WITH]}}}) { nodes { key } }`,
].map((field) => `query ($view: View!) { ${field} }`);

async function asked(ask: ReturnType<typeof graphServer>['ask'], view: View): Promise<Answer> {
  const answers: object[] = [];
  for (const question of questions) {
    const { data, errors } = await ask(question, { view: asInput(view) });
    expect(errors, `${question} ${JSON.stringify(view)}`).toBeUndefined();
    answers.push(data);
  }
  return Object.assign({}, ...answers);
}

function compare(data: Answer, seen: Seen, view: string) {
  const relationIds = (list: { nodes: readonly { id: string }[] }) =>
    list.nodes.map(({ id }) => idOf(id)).sort();
  const idsOf = (relations: Seen['relations']) => relations.map(({ id }) => id).sort();
  const keys = (list: { nodes: readonly { key: string }[] }) =>
    list.nodes.map(({ key }) => key).sort();
  const touching = (key: string) =>
    seen.relations.filter(({ from, to }) => from === key || to === key);

  expect(relationIds(data.statements), view).toEqual(seen.statements);
  expect(data.statements.totalCount, view).toBe(seen.statements.length);
  expect(keys(data.entities), view).toEqual(seen.entities);
  expect(data.entities.totalCount, view).toBe(seen.entities.length);
  expect(relationIds(data.relations), view).toEqual(idsOf(seen.relations));
  const wanted = new Map(seen.relations.map((relation) => [relation.id, relation]));
  for (const relation of data.relations.nodes) {
    const { modality, period, evidence, statements } = wanted.get(idOf(relation.id)) ?? {};
    expect(pick(relation), view).toEqual({ modality, period: period?.edtf, evidence });
    expect(relationIds(relation.statements), view).toEqual(statements);
  }
  for (const { key, relations } of data.related.nodes) {
    expect(relations.totalCount, view).toBe(touching(key).length);
    for (const edge of relations.edges) {
      const { modality, period, evidence } = wanted.get(idOf(edge.relation.id)) ?? {};
      expect(pick(edge), view).toEqual({ modality, period: period?.edtf, evidence });
    }
  }
  const disputed = [...new Set(seen.contradictions.flat())].sort();
  for (const conflict of data.conflicts.nodes) {
    const ids = conflict.statements.map(({ id }) => idOf(id));
    expect(
      ids.some((id) => disputed.includes(id)),
      view,
    ).toBe(true);
  }
  const inConflict = data.conflicts.nodes.flatMap(({ statements }) =>
    statements.map(({ id }) => idOf(id)),
  );
  expect(
    disputed.filter((id) => !inConflict.includes(id)),
    view,
  ).toEqual([]);
  expect(
    relationIds({ nodes: data.contradicted.nodes.filter(({ conflicts }) => conflicts.length > 0) }),
    view,
  ).toEqual(disputed);

  const facts = seen.relations.filter(({ modality }) => modality === 'FACT');
  expect(relationIds(data.facts), view).toEqual(idsOf(facts));
  const in2022 = seen.relations.filter(
    ({ period }) =>
      period &&
      (period.earliest === null || period.earliest <= '2022-03-01') &&
      (period.latest === null || period.latest >= '2022-03-01'),
  );
  expect(relationIds(data.in2022), view).toEqual(idsOf(in2022));
  const early = seen.relations.filter(
    ({ evidence }) => (evidence.firstReported ?? '9') < '2022-01-01',
  );
  expect(relationIds(data.early), view).toEqual(idsOf(early));
  const pursues = ({ type, modality }: Seen['relations'][number]) =>
    ['PURSUES', 'ANNOUNCED'].includes(type) && ['FACT', 'REPORTED'].includes(modality ?? '');
  expect(keys(data.pursuing), view).toEqual(
    seen.entities.filter((key) => touching(key).some(pursues)),
  );
  const connected = seen.entities.filter(
    (key) =>
      touching(key).length >= 2 && !touching(key).some(({ type }) => type === 'PARTNERS_WITH'),
  );
  expect(keys(data.connected), view).toEqual(connected);
}

interface Ids {
  readonly id: string;
}

interface Summary {
  readonly modality: string | null;
  readonly period: { readonly edtf: string } | null;
  readonly evidence: unknown;
}

interface List<Node> {
  readonly totalCount: number;
  readonly nodes: readonly Node[];
}

interface Answer {
  readonly statements: List<Ids>;
  readonly entities: List<{ readonly key: string }>;
  readonly related: List<{
    readonly key: string;
    readonly relations: {
      readonly totalCount: number;
      readonly edges: readonly (Summary & { readonly relation: Ids })[];
    };
  }>;
  readonly relations: List<Ids & Summary & { readonly statements: List<Ids> }>;
  readonly conflicts: List<{ readonly statements: readonly Ids[] }>;
  readonly contradicted: List<Ids & { readonly conflicts: readonly Ids[] }>;
  readonly facts: List<Ids>;
  readonly in2022: List<Ids>;
  readonly early: List<Ids>;
  readonly pursuing: List<{ readonly key: string }>;
  readonly connected: List<{ readonly key: string }>;
}

function pick({ modality, period, evidence }: Summary) {
  return { modality, period: period?.edtf, evidence };
}

function asInput({ publishers, ...view }: View) {
  return { ...view, ...(publishers ? { publishers: publishers.map((key) => ({ key })) } : {}) };
}

async function plainGraph(): Promise<PlainGraph> {
  const statements = await graph.values(cypher`
MATCH (s:Statement)-[:IN_DOCUMENT]->(d:Document)
RETURN {id: s.id, predicate: s.predicate, modality: s.modality, time: s.time, published: toString(d.published),
  document: d.key, publisher: head([(d)<-[:PUBLISHED]-(outlet) | outlet.key]), origin: head([(s)-[:ORIGIN]->(outlet) | outlet.key]),
  relationId: s.relationId, contradicts: [(s)-[:CONTRADICTS]-(other) | other.id],
  said: coalesce(s.relationId, 'not ' + s.deniedRelationId, head([(s)-[:SUBJECT]->(e) | e.key]) + s.predicate + s.polarity + coalesce(s.valueText, s.valueTime, toString(s.valueNumber), 'from ' + toString(s.valueMin))),
  mentions: [(s)-[:SUBJECT|OBJECT|ATTRIBUTED_TO]->(e) | e.key]} AS row`);
  const relations = await graph.values(cypher`
MATCH (a:Entity)-[r]->(b:Entity)
RETURN {id: r.id, type: type(r), from: a.key, to: b.key, given: r.datasets IS NOT NULL, periods: [period IN coalesce(r.datasetPeriods, []) WHERE period <> '']} AS row`);
  const entities = await graph.values(cypher`
MATCH (e:Entity) RETURN {key: e.key, reference: e:Place AND 'reference' IN e.datasets} AS row`);
  return {
    statements: statements as PlainStatement[],
    relations: relations as PlainRelation[],
    entities: entities as PlainGraph['entities'],
  };
}
