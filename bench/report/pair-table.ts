import type { JudgedPair } from '../measuring/pair.ts';
import { figure, table, verdict } from './markdown.ts';

/** What more evidence, a view, depth and size cost. */
export function pairTable(pairs: readonly JudgedPair[]): string {
  return table([
    ['', 'what', 'ratio', 'goal', ''],
    ...pairs.map(({ name, title, by, ratio, goal, isMet }) => [
      ...[name, title, `${figure(ratio)} × ${by}`],
      ...[`${by === 'throughput' ? '≥' : '≤'} ${goal}`, verdict(isMet)],
    ]),
  ]);
}
