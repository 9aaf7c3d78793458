import type { GraphFolder } from '../loading/load-graph.ts';
import type { JudgedPair } from '../measuring/pair.ts';
import type { Cell } from '../measuring/rounds.ts';
import type { BenchQuery } from '../queries/bench-query.ts';

/** All that a run has found out. */
export interface Findings extends Pick<GraphFolder, 'counts' | 'seconds'> {
  readonly date: Date;
  readonly queries: readonly BenchQuery[];
  /** Queries, servers and connections. */
  readonly cells: readonly Cell[];
  readonly pairs: readonly JudgedPair[];
  readonly pairCells: readonly Cell[];
}
