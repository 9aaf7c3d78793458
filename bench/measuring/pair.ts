import type { Cell } from './rounds.ts';
import { median } from './statistics.ts';
import type { Task } from './task.ts';

/** A question beside the one that it is held against, both put to our server. */
export interface Pair {
  readonly name: string;
  readonly title: string;
  /** First the one that it is held against. */
  readonly tasks: readonly [Task, Task];
  /** `throughput` is at least this times the other's, `latency` at most. */
  readonly by: 'throughput' | 'latency';
  readonly goal: number;
}

export interface JudgedPair extends Pair {
  /** The median over the rounds of what it shows through what the other one shows. */
  readonly ratio: number;
  readonly isMet: boolean;
}

/** Holds the measured pairs against their goals. */
export function judgePairs(pairs: readonly Pair[], cells: readonly Cell[]): JudgedPair[] {
  return pairs.flatMap((pair) => {
    const [base, other] = pair.tasks.map((task) => cells.find((cell) => cell.task === task));
    if (!base || !other) return [];
    const shown = ({ samples }: Cell, round: number) => {
      const sample = samples[round];
      return (pair.by === 'throughput' ? sample?.rate : sample?.p50) ?? Number.NaN;
    };
    const ratio = median(base.samples.map((_, at) => shown(other, at) / shown(base, at)));
    const isMet = pair.by === 'throughput' ? ratio >= pair.goal : ratio <= pair.goal;
    return [{ ...pair, ratio, isMet }];
  });
}
