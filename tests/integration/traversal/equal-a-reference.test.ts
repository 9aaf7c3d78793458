import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importPaths } from '../../../import/import.ts';
import { constraints } from '../../../schema/constraints.ts';
import { ontology } from '../../../schema/ontology/ontology.ts';
import { idOf } from '../../support/global-id.ts';
import { useOwnGraph } from './support/own-graph.ts';
import { randomGraph, recordsOf, types } from './support/random-graph.ts';
import { type ReferenceView, referenceGraph } from './support/reference-graph.ts';
import {
  endOf,
  idsOf,
  Reference,
  type ReferenceStep,
  type ReferenceVia,
  type RelationCondition,
  type Walk,
} from './support/reference-traversals.ts';

/** The same graphs and questions in each run; FC_SEED tries others. */
const seed = Number(process.env.FC_SEED ?? 20_260_101);
const runs = Number(process.env.FC_RUNS ?? 10);

const names = ['g0', 'g1', 'g2', 'g3', 'g4', 'g5'];
const graphs = names.map((name, index) => {
  const [graph] = fc.sample(randomGraph(name), { seed: seed + index, numRuns: 1 });
  if (!graph) throw new Error('no graph was made');
  return { name, graph, reference: referenceGraph(name, graph) };
});

const own = useOwnGraph(async (client, folder) => {
  await client.define(constraints(ontology).map((text) => ({ text, parameters: {} })));
  const paths: string[] = [];
  for (const { name, graph } of graphs) {
    const path = join(folder, `${name}.ndjson`);
    const lines = recordsOf(name, graph).map((line) => JSON.stringify(line));
    await writeFile(path, lines.join('\n'));
    paths.push(path);
  }
  const report = await importPaths({ ontology, client, paths, writeRejects: false });
  expect(report.rejects).toEqual([]);
});

const optional = <Value>(value: fc.Arbitrary<Value>) =>
  fc.option(value, { nil: undefined, freq: 1 });
const entityTypes = fc.subarray(['COMPANY', 'PERSON', 'PLAN'], { minLength: 1, maxLength: 2 });
const modalities = fc.subarray(['FACT', 'ANNOUNCED', 'REPORTED', 'SPECULATED'] as const, {
  ...{ minLength: 2, maxLength: 3 },
});

const step: fc.Arbitrary<ReferenceStep> = given<ReferenceStep>({
  types: optional(fc.subarray(types, { minLength: 3 })),
  direction: fc.constantFrom('OUT' as const, 'IN' as const, 'BOTH' as const, 'BOTH' as const),
  filter: optional(
    given<RelationCondition>({ modalities: optional(modalities), other: optional(ofTypes()) }),
  ),
});

const view: fc.Arbitrary<ReferenceView> = fc.oneof(
  { weight: 2, arbitrary: fc.constant({}) },
  given<ReferenceView>({
    knownAt: optional(fc.constantFrom('2020-12-31', '2021-12-31')),
    modalities: optional(modalities),
    publishers: optional(fc.constant(['outlet-a', 'outlet-c'])),
    minIndependentSources: optional(fc.constant(2)),
  }),
);

function ofTypes() {
  return fc.record({ types: entityTypes });
}

/** A record without the keys that are undefined, as JSON has it. */
function given<Whole extends object>(
  model: {
    [Key in keyof Whole]-?: fc.Arbitrary<Whole[Key] | undefined>;
  },
): fc.Arbitrary<Whole> {
  return fc.record<object>(model).map((record) => JSON.parse(JSON.stringify(record)) as Whole);
}

/** A question, and where it is asked: each of its shapes is planned once, which is what takes time. */
const questions = fc
  .record({
    places: fc.array(fc.nat({ max: graphs.length - 1 }).chain(placeIn), {
      ...{ minLength: 12, maxLength: 12 },
    }),
    step,
    view,
    hops: fc.tuple(fc.constantFrom(1, 1, 1, 2, 3), fc.integer({ min: 1, max: 4 })),
    through: optional(ofTypes()),
    avoids: fc.boolean(),
    guards: fc.boolean(),
    filter: optional(ofTypes()),
  })
  .map(({ places, step, hops, through, avoids, guards, view, ...rest }) => {
    const [minHops, more] = hops;
    return places.map(({ graph, keys, avoided, maxDegree, first }) => {
      const via: ReferenceVia = {
        ...{ ...step, minHops, maxHops: Math.min(4, minHops + more - 1) },
        ...(through && { through }),
        ...(avoids && { avoid: avoided }),
        ...(guards && { maxDegree }),
      };
      return { ...rest, keys, first, via, view, reference: new Reference(graph, view) };
    });
  });

/** Four entities of a graph, others to avoid, and what else changes no plan. */
function placeIn(index: number) {
  const graph = graphs[index]?.reference;
  if (!graph) throw new Error('no such graph');
  const key = fc.constantFrom(...graph.types.keys());
  return fc.record({
    graph: fc.constant(graph),
    keys: fc.uniqueArray(key, { minLength: 4, maxLength: 4 }),
    avoided: fc.uniqueArray(key, { minLength: 1, maxLength: 2 }),
    maxDegree: fc.integer({ min: 2, max: 6 }),
    first: fc.integer({ min: 1, max: 8 }),
  });
}

type Question = typeof questions extends fc.Arbitrary<(infer Value)[]> ? Value : never;

async function holds(check: (asked: Question) => Promise<void>) {
  const property = fc.asyncProperty(questions, async (all) => {
    for (const asked of all) await check(asked);
  });
  await fc.assert(property, { seed, numRuns: runs, endOnFailure: true });
}

const refs = (keys: readonly string[]) => keys.map((key) => ({ key }));

function viaInput({ avoid, ...via }: ReferenceVia) {
  return { ...via, ...(avoid && { avoid: refs(avoid) }) };
}

function viewInput({ publishers, ...rest }: ReferenceView) {
  return { ...rest, ...(publishers && { publishers: refs(publishers) }) };
}

/** What was cut nearest; the first of those that are equally near. */
function completeness(maxHops: number, cuts: readonly (readonly [string, number | null])[]) {
  const given = cuts.flatMap(([reason, hops]) => (hops === null ? [] : [{ reason, hops }]));
  const [nearest] = given.sort((a, b) => a.hops - b.hops);
  return nearest
    ? { complete: false, reason: nearest.reason, completeToHops: nearest.hops }
    : { complete: true, reason: null, completeToHops: maxHops };
}

interface PathAnswer {
  readonly start: { readonly key: string };
  readonly independentSourceCount: number | null;
  readonly hops: readonly { node: { key: string }; relation: { id: string } }[];
}

const pathFields = 'start { key } independentSourceCount hops { node { key } relation { id } }';

const walked = ({ start, independentSourceCount, hops }: PathAnswer) => ({
  ...{ start: start.key, independentSourceCount },
  hops: hops.map(({ node, relation }) => [idOf(relation.id), node.key]),
});

const expected = (reference: Reference, walk: Walk) => ({
  ...{ start: walk.start, independentSourceCount: reference.leastSources(walk) },
  hops: walk.hops.map(({ relation, node }) => [relation.id, node]),
});

const completenessFields = 'completeness { complete reason completeToHops }';

test.each(['SHORTEST', 'ALL_SHORTEST', 'SIMPLE'])(
  'paths of mode %s are those that a search of all finds, in their order',
  async (mode) => {
    const query = `query ($from: [EntityRef!]!, $to: [EntityRef!]!, $via: TraversalInput, $view: View, $first: Int) {
      paths(from: $from, to: $to, via: $via, view: $view, first: $first, mode: ${mode}) {
        nodes { ${pathFields} } ${completenessFields} } }`;
    await holds(async ({ keys, via, view, first, reference }) => {
      const [from, to] = [keys.slice(0, 2), keys.slice(2)];
      const { paths } = await own.ask(query, {
        ...{ from: refs(from), to: refs(to), first, via: viaInput(via), view: viewInput(view) },
      });
      const pairs = from.flatMap((source) => to.map((target) => ({ source, target })));
      const searched = pairs.map(({ source, target }) => {
        const all = reference.simplePaths(source, target, via);
        const least = all[0]?.hops.length;
        const found =
          mode === 'ALL_SHORTEST' ? all.filter(({ hops }) => hops.length === least) : all;
        return { found, hub: hubBetween(reference, source, target, via, mode, least) };
      });
      const all = searched
        .flatMap(({ found }) => found)
        .sort((a, b) => a.hops.length - b.hops.length || (idsOf(a) < idsOf(b) ? -1 : 1));
      expect(paths.nodes.map(walked)).toEqual(
        all.slice(0, first).map((walk) => expected(reference, walk)),
      );
      const left = all[first];
      const hubs = searched.flatMap(({ hub }) => hub ?? []);
      // Which pair's shortest are on the page decides whether its hubs matter: see below.
      if (mode === 'ALL_SHORTEST' && left) return;
      expect(paths.completeness).toEqual(
        completeness(via.maxHops, [
          ['LIMIT', left ? left.hops.length - 1 : null],
          ['HUB_SKIPPED', hubs.length > 0 ? Math.min(...hubs) - 1 : null],
        ]),
      );
    });
  },
);

/** How long a path through a hub is at least; null where it would not be among those sought. */
function hubBetween(
  reference: Reference,
  source: string,
  target: string,
  via: ReferenceVia,
  mode: string,
  least: number | undefined,
): number | null {
  const ahead = reference.nearestHub(reference.distances([source], via, target), via, target);
  const back = reference.distances([target], via, source, true);
  const behind = reference.nearestHub(back, via, source);
  if (ahead === null || behind === null || ahead + behind > via.maxHops) return null;
  return mode === 'ALL_SHORTEST' && least && least < ahead + behind ? null : ahead + behind;
}

test('reachable entities are those that a breadth-first search finds, with a shortest path to each', async () => {
  const query = `query ($key: String!, $via: TraversalInput, $view: View, $filter: EntityFilter, $first: Int) {
    entity(ref: { key: $key }) {
      reachable(via: $via, view: $view, filter: $filter, first: $first) {
        edges { hops node { key } path { ${pathFields} } } ${completenessFields} } } }`;
  await holds(async ({ keys, via, view, filter, first, reference }) => {
    const [key = ''] = keys;
    const { entity } = await own.ask(query, {
      ...{ key, first, filter, via: viaInput(via), view: viewInput(view) },
    });
    const distances = reference.distances([key], via);
    const all = [...distances]
      .map(([node, hops]) => ({ node, hops }))
      .filter(
        ({ node, hops }) => hops >= via.minHops && (!filter || reference.isOf(node, filter.types)),
      )
      .filter(({ hops }) => hops > 0)
      .sort((a, b) => a.hops - b.hops || (a.node < b.node ? -1 : 1));
    const { edges } = entity.reachable;
    expect(edges.map((edge: Edge) => ({ node: edge.node.key, hops: edge.hops }))).toEqual(
      all.slice(0, first),
    );
    // Those on the way may be nearer than what is sought.
    const way = { ...via, minHops: 1 };
    for (const { node, path } of edges as Edge[]) {
      const shortest = reference.simplePaths(key, node.key, way);
      const least = shortest.filter(({ hops }) => hops.length === shortest[0]?.hops.length);
      expect(least.map((walk) => expected(reference, walk))).toContainEqual(walked(path));
    }
    expect(entity.reachable.completeness).toEqual(
      completeness(via.maxHops, [
        ['LIMIT', all[first] ? all[first].hops - 1 : null],
        ['HUB_SKIPPED', reference.nearestHub(distances, via)],
      ]),
    );
  });
});

interface Edge {
  readonly node: { readonly key: string };
  readonly hops: number;
  readonly path: PathAnswer;
}

test('a subgraph holds the nearest entities, the best connected first, and every relation among them', async () => {
  const query = `query ($seeds: [EntityRef!]!, $via: TraversalInput, $view: View, $nodes: Int, $relations: Int) {
    subgraph(seeds: $seeds, via: $via, view: $view, maxNodes: $nodes, maxRelations: $relations) {
      nodes { hops degree node { key } } relations { relation { id } evidence { independentSourceCount } }
      ${completenessFields} } }`;
  await holds(async ({ keys, via, view, first, reference }) => {
    const seeds = keys.slice(0, 2);
    const limits = { nodes: first + 3, relations: first + 4 };
    const { subgraph } = await own.ask(query, {
      ...{ seeds: refs(seeds), via: viaInput(via), view: viewInput(view), ...limits },
    });
    const distances = reference.distances(seeds, via);
    const { degree } = reference.graph;
    const all = [...distances]
      .map(([node, hops]) => ({ node, hops, degree: degree(node) }))
      .filter(({ hops }) => hops === 0 || hops >= via.minHops)
      .sort((a, b) => a.hops - b.hops || b.degree - a.degree || (a.node < b.node ? -1 : 1));
    const members = all.slice(0, limits.nodes);
    expect(subgraph.nodes.map((row: SubgraphNode) => ({ ...row, node: row.node.key }))).toEqual(
      members,
    );
    const hopsOf = new Map(members.map(({ node, hops }) => [node, hops]));
    const keysThere = [...hopsOf.keys()];
    const among = reference.among(keysThere, via).map((relation) => ({
      id: relation.id,
      sources: reference.sourcesOf(relation),
      hops: Math.max(hopsOf.get(relation.from) ?? 0, hopsOf.get(relation.to) ?? 0),
    }));
    const shown = subgraph.relations.map((row: SubgraphRelation) => {
      const id = idOf(row.relation.id);
      const { sources, hops } = among.find((each) => each.id === id) ?? { sources: -1, hops: -1 };
      expect(row.evidence.independentSourceCount).toBe(sources);
      return hops;
    });
    const hops = among.map((each) => each.hops).sort((a, b) => a - b);
    expect(shown).toEqual(hops.slice(0, limits.relations));
    const [node, relation] = [all[limits.nodes]?.hops, hops[limits.relations]];
    expect(subgraph.completeness).toMatchObject(
      nullable(
        completeness(via.maxHops, [
          ['LIMIT', node === undefined ? null : node - 1],
          ['LIMIT', relation === undefined ? null : relation - 1],
          ['HUB_SKIPPED', reference.nearestHub(distances, via)],
        ]),
      ),
    );
  });
});

/** Not even the seeds have found room. */
function nullable<C extends { completeToHops: number | null }>(found: C) {
  const { completeToHops } = found;
  return {
    ...found,
    completeToHops: completeToHops !== null && completeToHops < 0 ? null : completeToHops,
  };
}

interface SubgraphNode {
  readonly node: { readonly key: string };
}

interface SubgraphRelation {
  readonly relation: { readonly id: string };
  readonly evidence: { readonly independentSourceCount: number };
}

const pattern = fc.record({
  steps: fc.array(fc.tuple(step, fc.integer({ min: 1, max: 2 }), fc.nat({ max: 1 })), {
    ...{ minLength: 1, maxLength: 3 },
  }),
  types: fc.array(optional(entityTypes), { minLength: 4, maxLength: 4 }),
  named: fc.boolean(),
});

test('matches are the walks that fit a pattern, with what each name stands for', async () => {
  const query = `query ($pattern: [PatternElement!]!, $view: View) {
    match(pattern: $pattern, view: $view, first: 100) {
      nodes { path { ${pathFields} } bindings { name node { key } relation { id } } } ${completenessFields} } }`;
  const check = async ({ keys, view, reference }: Question, asked: PatternShape) => {
    const steps = asked.steps.map(([each, minHops, more]) => {
      return { ...each, minHops, maxHops: minHops + more };
    });
    const nodes = asked.types.slice(0, steps.length + 1).map((each, index) => ({
      ...(each && { types: each }),
      ...(index === 0 && asked.named && keys[0] && { key: keys[0] }),
    }));
    const elements = nodes.flatMap(({ key, types }, index) => [
      ...(index === 0 ? [] : [{ relation: { as: `r${index}`, ...steps[index - 1] } }]),
      // Several graphs lie in one database: those of this one begin with its name.
      {
        node: {
          ...{ as: `n${index}`, types },
          ...(key ? { ref: { key } } : { filter: { name: { startsWith: keys[0]?.slice(0, 3) } } }),
        },
      },
    ]);
    const { match } = await own.ask(query, { pattern: elements, view: viewInput(view) });
    const all = reference.matches(nodes, steps);
    const texts = all.map((each) => JSON.stringify(matched(reference, each)));
    const answers = match.nodes.map((row: MatchAnswer) =>
      JSON.stringify({ path: walked(row.path), bindings: row.bindings.map(bound) }),
    );
    if (all.length <= 100) expect(answers.toSorted()).toEqual(texts.toSorted());
    else expect(texts).toEqual(expect.arrayContaining(answers));
    expect(match.nodes.map((row: MatchAnswer) => row.path.hops.length)).toEqual(
      all.slice(0, 100).map(({ walk }) => walk.hops.length),
    );
    const longest = steps.reduce((sum, { maxHops }) => sum + maxHops, 0);
    const left = all[100]?.walk.hops.length;
    expect(match.completeness).toEqual(
      completeness(longest, [['LIMIT', left === undefined ? null : left - 1]]),
    );
  };
  const property = fc.asyncProperty(questions, pattern, async (all, shape) => {
    for (const asked of all) await check(asked, shape);
  });
  await fc.assert(property, { seed, numRuns: runs, endOnFailure: true });
});

type PatternShape = typeof pattern extends fc.Arbitrary<infer Value> ? Value : never;

interface MatchAnswer {
  readonly path: PathAnswer;
  readonly bindings: readonly {
    readonly name: string;
    readonly node: { readonly key: string } | null;
    readonly relation: { readonly id: string } | null;
  }[];
}

function bound({ name, node, relation }: MatchAnswer['bindings'][number]) {
  return [name, node?.key ?? idOf(relation?.id ?? '')];
}

function matched(
  reference: Reference,
  { walk, lengths }: ReturnType<Reference['matches']>[number],
) {
  const bindings = [['n0', walk.start]];
  let at = 0;
  for (const [index, length] of lengths.entries()) {
    const hops = walk.hops.slice(at, at + length);
    bindings.push(...hops.map(({ relation }) => [`r${index + 1}`, relation.id]));
    at += length;
    bindings.push([`n${index + 1}`, endOf({ start: walk.start, hops })]);
  }
  return { path: expected(reference, walk), bindings };
}
