import type { GraphFolder } from '../loading/load-graph.ts';
import type { Comparison } from '../measuring/compare-servers.ts';
import type { JudgedPair } from '../measuring/pair.ts';
import type { Cell } from '../measuring/rounds.ts';

/** All that a run has found out. */
export interface Findings extends Pick<GraphFolder, 'counts' | 'seconds'> {
  readonly date: Date;
  readonly comparisons: readonly Comparison[];
  /** Queries, servers and connections. */
  readonly cells: readonly Cell[];
  readonly pairs: readonly JudgedPair[];
  readonly pairCells: readonly Cell[];
}
