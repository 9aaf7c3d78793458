import { quantile } from '../measuring/statistics.ts';
import { figure, table, verdict } from '../report/markdown.ts';
import { promised, type Share } from './mix.ts';
import type { Answers } from './run-share.ts';

export interface Served {
  readonly share: Share;
  /** One client, with nothing beside it. */
  readonly idle: Answers;
  /** All of the mix at once. */
  readonly loaded: Answers;
}

export interface Memory {
  readonly process: string;
  /** Megabytes; null where the system does not tell. */
  readonly before: number | null;
  readonly after: number | null;
}

interface Goal {
  readonly text: string;
  readonly isMet: boolean;
}

/** Milliseconds for the page that is promised, and for any answer at all. */
const pageGoals = [
  { name: 'p50', share: 0.5, most: 30 },
  { name: 'p95', share: 0.95, most: 150 },
  { name: 'p99', share: 0.99, most: 500 },
] as const;
const longest = 2_000;

export function goalsOf(served: readonly Served[]): Goal[] {
  const all = served.map(({ loaded }) => loaded);
  const page = served.find(({ share }) => share.name === promised)?.loaded.latencies ?? [];
  const sum = (of: (answers: Answers) => number) => all.reduce((total, one) => total + of(one), 0);
  const [serverErrors, failures] = [sum((one) => one.serverErrors), sum((one) => one.failures)];
  const slowest = Math.max(...all.map(({ latencies }) => latencies.at(-1) ?? 0));
  return [
    { text: `no answer of 5xx: ${serverErrors}`, isMet: serverErrors === 0 },
    { text: `no other failure: ${failures - serverErrors}`, isMet: failures === serverErrors },
    { text: `nothing over ${longest} ms: ${figure(slowest)}`, isMet: slowest <= longest },
    ...pageGoals.map(({ name, share, most }) => {
      const reached = quantile(page, share);
      return {
        text: `${promised}, ${name} < ${most} ms: ${figure(reached)}`,
        isMet: reached < most,
      };
    }),
  ];
}

export function loadReport(
  served: readonly Served[],
  memory: readonly Memory[],
  seconds: number,
): string {
  const times = table([
    [
      ...['question', 'clients', 'answers/s', 'idle p50', 'p50', 'p95', 'p99', 'longest'],
      'p95 ÷ idle p50',
    ],
    ...served.map(({ share, idle, loaded }) => {
      const alone = quantile(idle.latencies, 0.5);
      const [p50, p95, p99, most] = [0.5, 0.95, 0.99, 1].map((part) =>
        quantile(loaded.latencies, part),
      );
      return [
        ...[`${share.name}: ${share.title}`, String(share.connections)],
        ...[loaded.latencies.length / seconds, alone, p50, p95, p99, most].map(figure),
        figure((p95 ?? 0) / alone),
      ];
    }),
  ]);
  const goals = table([
    ['goal', ''],
    ...goalsOf(served).map(({ text, isMet }) => [text, verdict(isMet)]),
  ]);
  const megabytes = table([
    ['memory, MB', 'before', 'after'],
    ...memory.map(({ process, before, after }) => [process, figure(before), figure(after)]),
  ]);
  return [times, megabytes, goals].join('\n\n');
}
