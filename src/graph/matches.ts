import { z } from 'zod';
import { everything, isEverything, type View } from '../../schema/claims/view.ts';
import type { Ontology } from '../../schema/ontology/define.ts';
import { type Chain, chainMatch } from './chains.ts';
import { type Cypher, cypher, integerLiteral, joined, parameter } from './cypher.ts';
import { type EntityFilter, entityPredicate } from './filters/graph.ts';
import { entityInView } from './filters/view.ts';
import { numbered } from './numbered.ts';
import { question } from './question.ts';
import { type Path, type PathValues, pathOrder, pathValues, readPath } from './rows/path.ts';
import type { HopShapes } from './select/hop-item.ts';
import type { Step } from './traversal.ts';

/** Matches that can be paged through; further ones are only said to exist. */
export const maximalMatches = 1_000;

/** How many ways there may be to choose the lengths of repeated relations: each is a search. */
export const maximalLengths = 32;

/** A relation of a pattern, repeated from least to most. */
export interface PatternStep extends Omit<Step, 'ontology' | 'view'> {
  readonly minHops: number;
  readonly maxHops: number;
}

/** Nodes in a row, and a relation between each two. */
export interface Pattern {
  readonly ontology: Ontology;
  readonly view?: View | undefined;
  readonly nodes: readonly EntityFilter[];
  readonly steps: readonly PatternStep[];
}

/** How often each relation is repeated, for all ways to do so: the shortest first. */
export function lengthsOf({ steps }: Pick<Pattern, 'steps'>): number[][] {
  const all = steps.reduce<number[][]>(
    (before, { minHops, maxHops }) =>
      before.flatMap((lengths) =>
        Array.from({ length: maxHops - minHops + 1 }, (_, more) => [...lengths, minHops + more]),
      ),
    [[]],
  );
  return all.sort((a, b) => sum(a) - sum(b));
}

export function sum(lengths: readonly number[]): number {
  return lengths.reduce((total, each) => total + each, 0);
}

export interface MatchSearch {
  readonly pattern: Pattern;
  /** Longer ones are not searched. */
  readonly maxHops: number;
  readonly skip: number;
  readonly limit: number;
  readonly shapes: HopShapes;
}

/**
 * Where a pattern occurs, the shortest first; no relation stands in one match twice. Longer ones are
 * searched only until there are enough, and of each length as many as can be paged through.
 */
export const findMatches = question({
  name: 'matches',
  row: z.object({
    /** Which of {@link lengthsOf} it is, counted from 0. */
    lengths: z.number(),
    path: z.custom<Path>(),
  }),
  ask: ({ pattern, maxHops, skip, limit, shapes }: MatchSearch) => {
    const all = lengthsOf(pattern).filter((lengths) => sum(lengths) <= maxHops);
    const searches = all.map((lengths, index) => {
      const shorter = all.filter((other) => sum(other) < sum(lengths)).length;
      return ofLengths(pattern, lengths, index + 1, numbered('found', shorter), skip + limit);
    });
    const found = numbered('found', all.length);
    return cypher`WITH [] AS found
${joined(searches, cypher`\n`)}
UNWIND ${found} AS match
WITH match.lengths AS lengths, match.path AS path, count(*) AS once
ORDER BY ${pathOrder(cypher`path`)}, nodes(path)[0].key
SKIP toInteger(${parameter('skip', skip)}) LIMIT toInteger(${parameter('limit', limit)})
RETURN lengths, ${pathValues(shapes, cypher`path`)} AS path`;
  },
  read: ({ lengths, path }, { shapes }) => ({
    ...{ lengths: Number(lengths), path: readPath(shapes, path as PathValues) },
  }),
});

function ofLengths(
  pattern: Pattern,
  lengths: readonly number[],
  number: number,
  shorter: Cypher,
  enough: number,
): Cypher {
  const before = numbered('found', number - 1);
  const found = numbered('found', number);
  const index = integerLiteral(number - 1, maximalLengths);
  const more = numbered('more', number);
  return cypher`CALL (${shorter}) {
  WITH * WHERE size(${shorter}) < ${parameter('enough', enough)}
  ${chainMatch(chainOf(pattern, lengths))}
  WITH path LIMIT toInteger(${parameter('most', maximalMatches + 1)})
  RETURN collect({lengths: ${index}, path: path}) AS ${more}
}
WITH *, ${before} + ${more} AS ${found}`;
}

/** The pattern with its relations spelt out as often as they are repeated. */
function chainOf(
  { ontology, view = everything, nodes, steps }: Pattern,
  lengths: readonly number[],
) {
  const chain: { nodes: Chain['nodes'][number][]; steps: Step[] } = { nodes: [], steps: [] };
  const add = (conditions: (name: Cypher) => Cypher[]) => {
    const name = numbered('node', chain.nodes.length + 1);
    chain.nodes.push({ name, conditions: conditions(name) });
  };
  const like = (filter: EntityFilter = {}) =>
    add((name) => [cypher`${name}:Entity`, entityPredicate({ ontology, view }, name, filter)]);
  like(nodes[0]);
  for (const [index, step] of steps.entries()) {
    for (let hop = 1; hop < (lengths[index] ?? 1); hop++) add(() => []);
    like(nodes[index + 1]);
    const whole = { ...step, ontology, view };
    chain.steps.push(...Array.from({ length: lengths[index] ?? 1 }, () => whole));
  }
  // A node that stands alone has no relation to say whether it is known under the view.
  if (steps.length === 0 && !isEverything(view)) {
    const [alone] = chain.nodes;
    if (alone)
      chain.nodes[0] = {
        ...alone,
        conditions: [...alone.conditions, entityInView(alone.name, view)],
      };
  }
  return chain;
}
