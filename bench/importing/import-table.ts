import { median } from '../measuring/statistics.ts';
import { figure, table, verdict } from '../report/markdown.ts';
import type { Timed } from './measure-input.ts';
import { again, byHand, ours } from './ways.ts';

/** By the name of the way; of the rows a second of {@link over}. */
const goals: Readonly<Record<string, { readonly over: string; readonly ratio: number }>> = {
  [ours]: { over: byHand, ratio: 0.8 },
  [again]: { over: ours, ratio: 2 },
};

/** The most that an import may hold in memory, in megabytes. */
const memoryGoal = 512;

/** The ways beside each other, medians over the rounds. Ratios are within one round. */
export function importTable(rounds: readonly (readonly Timed[])[]): string {
  const names = (rounds[0] ?? []).map(({ way }) => way);
  return table([
    [
      ...['', 'rows', 'rows/s', '× by hand', '× first load', 'goal', ''],
      ...['CPU loader, s', 'CPU Neo4j, s', 'peak memory, MB', `< ${memoryGoal} MB`],
    ],
    ...names.map((name) => {
      const own = timesOf(name, rounds);
      const goal = goals[name];
      const reached = goal && ratioTo(goal.over, name, rounds);
      const peak = largest(own.map(({ peakMegabytes }) => peakMegabytes));
      return [
        ...[`\`${name}\``, String(own[0]?.rows ?? ''), figure(median(own.map(rate)))],
        ...[figure(ratioTo(byHand, name, rounds)), figure(ratioTo(ours, name, rounds))],
        goal ? `≥ ${goal.ratio} × ${goal.over}` : '',
        goal && reached !== undefined ? verdict(reached >= goal.ratio) : '',
        ...[figure(middle(own, 'loaderCpu')), figure(middle(own, 'databaseCpu'))],
        ...[figure(peak), peak === null ? '' : verdict(peak < memoryGoal)],
      ];
    }),
  ]);
}

function timesOf(name: string, rounds: readonly (readonly Timed[])[]): Timed[] {
  return rounds.flatMap((round) => round.filter(({ way }) => way === name));
}

function ratioTo(other: string, name: string, rounds: readonly (readonly Timed[])[]) {
  const ratios = rounds.flatMap((round) => {
    const [own, base] = [timesOf(name, [round])[0], timesOf(other, [round])[0]];
    return own && base ? [rate(own) / rate(base)] : [];
  });
  return ratios.length > 0 ? median(ratios) : undefined;
}

function rate({ rows, seconds }: Timed): number {
  return rows / seconds;
}

function middle(times: readonly Timed[], of: 'loaderCpu' | 'databaseCpu'): number | null {
  const known = times.map((timed) => timed[of]).filter((value) => value !== null);
  return known.length > 0 ? median(known) : null;
}

function largest(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? Math.max(...known) : null;
}
