import type { BenchQuery } from './bench-query.ts';
import { q1 } from './q1-entity.ts';
import { q2 } from './q2-relations.ts';
import { q3 } from './q3-nested.ts';
import { q4 } from './q4-filtered.ts';
import { q5 } from './q5-subgraph.ts';
import { q6 } from './q6-paths.ts';
import { q7 } from './q7-search.ts';

/** What all servers are asked for. */
export const queries: readonly BenchQuery[] = [q1, q2, q3, q4, q5, q6, q7];
