import { expect, test } from 'vitest';
import { graphServer } from '../../support/ask.ts';
import { fixture, linesOf, useEmptyGraph } from './support/empty-graph.ts';

const graph = useEmptyGraph();

async function asked(query: string) {
  const { data, errors } = await graphServer({ connection: graph.connection }).ask(query);
  expect(errors).toBeUndefined();
  return data;
}

const kinds = async (args: string) =>
  (await asked(`{ conflicts${args} { nodes { kind } } }`)).conflicts.nodes.map(
    ({ kind }: { kind: string }) => kind,
  );

test('a conflict is there under a view when two that contradict each other are', async () => {
  await graph.importPath(fixture);
  expect(await kinds('')).toEqual(['POLARITY', 'VALUE']);
  expect(await kinds('(view: {knownAt: "2024-12-31"})')).toEqual([]);
  expect(await kinds('(view: {knownAt: "2025-12-31"})')).toEqual(['POLARITY', 'VALUE']);
  expect(await kinds('(view: {publishers: [{key: "the-wire"}]})')).toEqual([]);
  expect(await kinds('(view: {modalities: [FACT]})')).toEqual(['VALUE']);
  expect(await kinds('(view: {disputed: ONLY})')).toEqual(['POLARITY', 'VALUE']);
  expect(await kinds('(view: {disputed: EXCLUDE})')).toEqual([]);
  expect(await kinds('(view: {minIndependentSources: 2})')).toEqual([]);
});

test('conflicts are found by what they are about, and from their statements', async () => {
  await graph.importPath(fixture);
  expect(await kinds('(filter: {kinds: [VALUE, TIME]})')).toEqual(['VALUE']);
  expect(await kinds('(filter: {about: {ref: [{key: "boom-motors"}]}})')).toEqual(['POLARITY']);
  expect(await kinds('(filter: {about: {types: [PRODUCT]}})')).toEqual(['VALUE']);
  expect(await kinds('(filter: {predicates: [PARTNERS_WITH]})')).toEqual(['POLARITY']);
  expect(await kinds('(filter: {not: {predicates: [PARTNERS_WITH]}})')).toEqual(['VALUE']);
  const { conflicts } =
    await asked(`{ conflicts(filter: {kinds: [VALUE]}) { totalCount nodes { id kind
    statements { value { number min } document { id }
      conflicts { id } before: conflicts(view: {knownAt: "2024-12-31"}) { id }
      agreements { edges { agreement node { value { min number } } } }
      other: agreements(kinds: [CONFIRMS, REFINES]) { totalCount } }
    known: statements(view: {knownAt: "2024-12-31"}) { value { number } } } } }`);
  const [conflict] = conflicts.nodes;
  const { id } = conflict;
  const [first, second] = conflict.statements;
  expect(first).toMatchObject({
    ...{
      value: { number: 100, min: null },
      conflicts: [{ id }],
      before: [],
      other: { totalCount: 0 },
    },
    agreements: { edges: [{ agreement: 'CONTRADICTS', node: { value: second.value } }] },
  });
  expect(conflict.known).toEqual([{ value: { number: 100 } }]);
  expect(await kinds(`(filter: {document: ["${second.document.id}"], kinds: [VALUE]})`)).toEqual([
    'VALUE',
  ]);
  const { node } = await asked(`{ node(id: "${id}") { id __typename ... on Conflict { kind } } }`);
  expect(node).toEqual({ id, __typename: 'Conflict', kind: 'VALUE' });
});

test('a retraction takes the conflict away, for whoever kept its id as well', async () => {
  const lines = await linesOf(fixture);
  await graph.importLines(lines);
  const { conflicts } = await asked('{ conflicts(filter: {kinds: [POLARITY]}) { nodes { id } } }');
  const { id } = conflicts.nodes[0];
  const disputed = `{ relations(filter: {types: [PARTNERS_WITH]}) { nodes {
    evidence { disputed } before: evidence(view: {knownAt: "2024-12-31"}) { statementCount disputed } } } }`;
  expect((await asked(disputed)).relations.nodes).toEqual([
    { evidence: { disputed: true }, before: { statementCount: 1, disputed: false } },
  ]);
  await graph.importLines(lines.filter(({ polarity }) => polarity !== 'NEGATED'));
  expect(await kinds('')).toEqual(['VALUE']);
  expect(await asked(`{ node(id: "${id}") { id } }`)).toEqual({ node: null });
  expect((await asked(disputed)).relations.nodes[0].evidence).toEqual({ disputed: false });
});

test('a later word of who announced the plan is a revision, as long as that is known', async () => {
  await graph.importPath(fixture);
  const { plan } = await asked(`{ plan: entity(ref: {key: "moon-hotel"}) { ... on Plan {
    due { edtf } revisions { due { edtf } slipDays }
    facts(attributes: [DUE]) { value { time { edtf } } alternatives { id } evidence { statementCount disputed } }
    relayed: due(view: {modalities: [ANNOUNCED]}) { edtf }
    unannounced: facts(attributes: [DUE], view: {modalities: [ANNOUNCED]}) { alternatives { value { time { edtf } } } } } } }`);
  expect(plan).toEqual({
    due: { edtf: '2029/..' },
    revisions: [
      { due: { edtf: '2027' }, slipDays: null },
      { due: { edtf: '2029/..' }, slipDays: 731 },
    ],
    facts: [
      {
        ...{ value: { time: { edtf: '2029/..' } }, alternatives: [] },
        evidence: { statementCount: 1, disputed: false },
      },
    ],
    // That she announced it is a fact, and no fact is in the view: nobody may revise the plan.
    relayed: { edtf: '2029/..' },
    unannounced: [{ alternatives: [{ value: { time: { edtf: '2027' } } }] }],
  });
});
