import { z } from 'zod';
import { chainMatch } from './chains.ts';
import { type Cypher, cypher, integerLiteral, joined, parameter } from './cypher.ts';
import { type Layers, layersFrom, nearestHub } from './layers.ts';
import { numbered } from './numbered.ts';
import { question } from './question.ts';
import { type Path, type PathValues, pathOrder, pathValues, readPath } from './rows/path.ts';
import type { HopShapes } from './select/hop-item.ts';
import { shortestMatch } from './shortest.ts';
import { maximalHops, type Traversal, throughPredicate } from './traversal.ts';

export const pathModes = ['SHORTEST', 'ALL_SHORTEST', 'SIMPLE'] as const;
export type PathMode = (typeof pathModes)[number];

/** Paths that can be paged through; further ones are only said to exist. */
export const maximalPaths: Record<PathMode, number> = {
  SHORTEST: 100,
  ALL_SHORTEST: 1_000,
  SIMPLE: 1_000,
};

/** Between which entities, and which way. */
export interface PathEnds {
  readonly via: Traversal;
  /** Keys of entities. */
  readonly from: readonly string[];
  readonly to: readonly string[];
}

export interface PathSearch extends PathEnds {
  readonly mode: PathMode;
  /** Leaves longer paths out, which spell the conditions of every hop out once more. */
  readonly shortestOnly?: boolean;
  readonly skip: number;
  /** Paths that will be shown; a further one only says that there are more. */
  readonly size: number;
  readonly limit: number;
  readonly shapes: HopShapes;
}

/**
 * Paths that enter no entity twice, from any of the first to any of the second, the shortest first.
 * Longer ones are searched length by length, and only until there are enough. Of each length as many
 * are found as can be paged through, whatever the page, so that pages are slices of one order; where a
 * longer one only says that there are more, any one.
 */
export const findPaths = question({
  name: 'paths',
  row: z.object({ path: z.custom<Path>() }),
  ask: ({ via, from, to, mode, shortestOnly, skip, size, limit, shapes }: PathSearch) => {
    const most = maximalPaths[mode] + 1;
    const isOneShown = via.minHops === 1 && skip + size === 1;
    const ofOneLength: OneLength = {
      ...{ via, enough: mode === 'ALL_SHORTEST' ? 1 : skip + limit },
      most: parameter('mostLonger', isOneShown ? 1 : most),
    };
    const lengths = shortestOnly ? [] : lengthsAfter(ofOneLength, mode);
    const longer = lengths.map((length) => ofLength(ofOneLength, length));
    const found = numbered('found', longer.length === 0 ? 1 : via.maxHops);
    // The rows that a sort keeps are charged for every list that they hold: the count, as it groups,
    // makes rows without those of the paths.
    return cypher`${ends(from, to)}
CALL (source, target) {
  ${shortestMatch(via, cypher`source`, cypher`target`)}
  WITH path LIMIT toInteger(${parameter('most', most)})
  WITH collect(path) AS shortest
  RETURN length(shortest[0]) AS distance, ${longEnough(via, cypher`shortest`)} AS found1
}
${joined(longer, cypher``)}UNWIND ${found} AS path
WITH path, count(*) AS once
ORDER BY ${pathOrder(cypher`path`)}
SKIP toInteger(${parameter('skip', skip)}) LIMIT toInteger(${parameter('limit', limit)})
RETURN ${pathValues(shapes, cypher`path`)} AS path`;
  },
  read: ({ path }, { shapes }) => ({ path: readPath(shapes, path as PathValues) }),
});

/**
 * Whether the shortest paths are likely all that is looked at: where one is shown, and another at most says
 * that there are more. Between two ends they come before all others, and there is no other without them.
 */
export function mayEndWithShortest({ via, from, to, mode, skip, size }: PathSearch): boolean {
  const isOnePair = from.length * to.length === 1;
  return isOnePair && mode !== 'ALL_SHORTEST' && via.minHops === 1 && skip + size === 1;
}

function ends(from: readonly string[], to: readonly string[]): Cypher {
  return cypher`MATCH (source:Entity) WHERE source.key IN ${parameter('from', from)}
MATCH (target:Entity) WHERE target.key IN ${parameter('to', to)} AND target <> source`;
}

function longEnough({ minHops }: Traversal, shortest: Cypher): Cypher {
  return minHops === 1
    ? shortest
    : cypher`[path IN ${shortest} WHERE length(path) >= ${integerLiteral(minHops, maximalHops)}]`;
}

/** The lengths that are searched one by one, where the shortest may not be enough. */
function lengthsAfter({ via, enough }: OneLength, mode: PathMode): number[] {
  const { minHops, maxHops } = via;
  if (minHops === 1 && (mode === 'ALL_SHORTEST' || enough === 1)) return [];
  return Array.from({ length: maxHops - 1 }, (_, index) => index + 2);
}

interface OneLength {
  readonly via: Traversal;
  /** No longer ones are searched where there are so many. */
  readonly enough: number;
  readonly most: Cypher;
}

function ofLength({ via, enough, most }: OneLength, length: number): Cypher {
  const before = numbered('found', length - 1);
  const found = numbered('found', length);
  const more = numbered('more', length);
  if (length < via.minHops) return cypher`WITH *, ${before} AS ${found}\n`;
  return cypher`CALL (source, target, distance, ${before}) {
  WITH * WHERE distance < ${integerLiteral(length, maximalHops)} AND size(${before}) < ${parameter('enough', enough)}
  ${chainMatch(simpleChain(via, length))}
  WITH path LIMIT toInteger(${most})
  RETURN collect(path) AS ${more}
}
WITH *, ${before} + ${more} AS ${found}\n`;
}

function simpleChain(via: Traversal, length: number) {
  const between = Array.from({ length: length - 1 }, (_, index) => numbered('node', index + 1));
  const [source, target] = [cypher`source`, cypher`target`];
  const nodes = between.map((name, index) => {
    const others = [source, ...between.slice(0, index), target];
    const distinct = others.map((other) => cypher`${name} <> ${other}`);
    return { name, conditions: [...distinct, throughPredicate(via, name)] };
  });
  const end = (name: Cypher) => ({ name, conditions: [] });
  return {
    nodes: [end(source), ...nodes, end(target)],
    steps: Array.from({ length }, () => via),
  };
}

/** For each pair of ends, how long a path is at least that passes an entity too large to be passed. */
export const hubsBetween = question({
  name: 'hubs-between',
  row: z.object({ from: z.string(), to: z.string(), hops: z.number() }),
  ask: ({ via, from, to }: PathEnds) => cypher`${ends(from, to)}
CALL (source, target) {
  ${hubFrom(via, cypher`source`, cypher`target`, false)} AS ahead
}
CALL (source, target) {
  ${hubFrom(via, cypher`target`, cypher`source`, true)} AS behind
}
WITH source, target, ahead + behind AS hops WHERE hops <= ${integerLiteral(via.maxHops, maximalHops)}
RETURN source.key AS from, target.key AS to, hops`,
});

/** In how many hops a hub is met from one end, the other being none: it is not passed. */
function hubFrom(via: Traversal, start: Cypher, end: Cypher, backward: boolean): Cypher {
  const inside = { ...via, minHops: 1, maxHops: via.maxHops - 1 };
  const layers: Layers = { via: inside, backward, besides: end };
  return cypher`WITH *, [${start}] AS layer, 0 AS found
  ${layersFrom(layers)}
  RETURN ${nearestHub(layers, inside.maxHops)}`;
}
