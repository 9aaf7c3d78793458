import type { Sample } from '../measuring/load.ts';
import type { Cell } from '../measuring/rounds.ts';
import { median, spread } from '../measuring/statistics.ts';
import { figure, percent, table } from './markdown.ts';

/** Every cell: medians over the rounds, and the spread of the throughput. */
export function detailTable(cells: readonly Cell[]): string {
  return table([
    [
      ...['query', 'connections', 'server', 'requests/s', 'spread', 'p50 ms', 'p95 ms', 'p99 ms'],
      ...['failed', 'node ms/request', 'JVM ms/request', 'RSS MB'],
    ],
    ...cells.map((cell) => {
      const middle = (value: (sample: Sample) => number | null) => {
        const values = cell.samples.map(value).filter((each) => each !== null);
        return figure(values.length > 0 ? median(values) : null);
      };
      return [
        ...[cell.task.question, String(cell.connections), cell.task.server.name],
        middle(({ rate }) => rate),
        percent(spread(cell.samples.map(({ rate }) => rate))),
        ...[middle(({ p50 }) => p50), middle(({ p95 }) => p95), middle(({ p99 }) => p99)],
        String(cell.samples.reduce((sum, { failures }) => sum + failures, 0)),
        middle(({ serverCpu }) => serverCpu),
        middle(({ databaseCpu }) => databaseCpu),
        middle(({ resident }) => resident),
      ];
    }),
  ]);
}
