import type { Cell } from '../measuring/rounds.ts';
import { median } from '../measuring/statistics.ts';
import { goalConnections, largestTail, mostMegabytes } from './goals.ts';
import { figure, table, verdict } from './markdown.ts';

/** What holds for our server whatever it is asked: even answers, and little memory. */
export function boundsTable(cells: readonly Cell[]): string {
  const ours = cells.filter(({ task }) => task.server.name === 'ours');
  const tails = ours
    .filter(({ connections }) => connections === goalConnections)
    .map(({ task, samples }) => {
      const tail = median(samples.map(({ p99, p50 }) => p99 / p50));
      return [task.question, tail] as const;
    });
  const resident = ours.flatMap(({ samples }) => samples.flatMap((each) => each.resident ?? []));
  return table([
    ['', 'measured', 'goal', ''],
    ...tails.map(([question, tail]) => [
      `p99 through p50 of ${question}, ${goalConnections} connections`,
      ...[figure(tail), `≤ ${largestTail}`, verdict(tail <= largestTail)],
    ]),
    ...(resident.length > 0
      ? [
          [
            'memory of the server at the most, MB',
            ...[figure(Math.max(...resident)), `≤ ${mostMegabytes}`],
            verdict(Math.max(...resident) <= mostMegabytes),
          ],
        ]
      : []),
  ]);
}
