import type { BenchQuery, Variation } from './bench-query.ts';
import { q5 } from './q5-subgraph.ts';
import { q6 } from './q6-paths.ts';

/**
 * Lets every relation pass, so that as much is found as without it, and has each one judged: the last
 * articles are of 2025.
 */
const view = 'view: { knownAt: "2026-01-01", minIndependentSources: 1 }';

export const viewedSubgraph = viewed(q5, 'maxNodes: 2000');
export const viewedPaths = viewed(q6, 'first: 1');

function viewed(query: BenchQuery, argument: string): Variation {
  return {
    name: `${query.name} with a view`,
    title: 'every hop judged by what was known on a day, and by how many sources',
    base: query.name,
    goal: 0.6,
    sameAnswer: true,
    ...{ pick: query.pick, essence: query.essence },
    document: query.document.replace(argument, `${view}, ${argument}`),
  };
}
