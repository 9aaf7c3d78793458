import type { BenchQuery, Variation } from './bench-query.ts';
import { nestedWithEvidence } from './evidence.ts';
import { q1 } from './q1-entity.ts';
import { q2 } from './q2-relations.ts';
import { q3 } from './q3-nested.ts';
import { q4 } from './q4-filtered.ts';
import { q5 } from './q5-subgraph.ts';
import { q6 } from './q6-paths.ts';
import { q7 } from './q7-search.ts';
import { viewedPaths, viewedSubgraph } from './views.ts';

/** What all servers are asked. */
export const queries: readonly BenchQuery[] = [q1, q2, q3, q4, q5, q6, q7];

/** What only ours is asked. */
export const variations: readonly Variation[] = [nestedWithEvidence, viewedSubgraph, viewedPaths];

/** Those of which the latency is to stay the same however large the graph is. */
export const growing: readonly BenchQuery[] = [q1, q2, q3, q7];
