import type { PlanRow } from './plan-rows.ts';

export interface Scale {
  /** Places from 0 to 100. */
  readonly years: readonly { readonly year: number; readonly at: number }[];
  readonly today: number;
  place(day: string): number;
}

interface Window {
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** From the first year of all windows to the last; null where there are none. */
export function scaleOf(rows: readonly PlanRow[], today = new Date()): Scale | null {
  const days = rows
    .flatMap(({ due, revisions }) => [due, ...revisions.map((revision) => revision.due)])
    .flatMap((due) => [due?.earliest ?? [], due?.latest ?? []])
    .flat();
  if (days.length === 0) return null;
  const years = [...days.map((day) => Number(day.slice(0, 4))), today.getUTCFullYear()];
  const first = Math.min(...years);
  const last = Math.max(...years) + 1;
  const [from, to] = [Date.UTC(first, 0), Date.UTC(last, 0)];
  const place = (day: string) => (100 * (Date.parse(day) - from)) / (to - from);
  const step = Math.max(1, Math.ceil((last - first) / 8));
  const marks = Array.from(
    { length: Math.ceil((last - first) / step) },
    (_, at) => first + at * step,
  );
  return {
    years: marks.map((year) => ({ year, at: place(`${year}-01-01`) })),
    today: place(today.toISOString()),
    place,
  };
}

/** The window as it is now, after those that were named before; a side that is open has no width. */
export function barsOf({ due, revisions }: PlanRow, scale: Scale) {
  const current = spanOf(due, scale);
  const before = revisions.flatMap((revision) => spanOf(revision.due, scale) ?? []);
  const earlier = before.filter(
    (span, at) =>
      (span.from !== current?.from || span.to !== current.to) &&
      before.findIndex(({ from, to }) => from === span.from && to === span.to) === at,
  );
  return [
    ...earlier.map((span) => ({ ...span, isCurrent: false })),
    ...(current ? [{ ...current, isCurrent: true }] : []),
  ];
}

function spanOf(due: Window | null, scale: Scale): { from: number; to: number } | null {
  const from = due?.earliest ?? due?.latest;
  const to = due?.latest ?? due?.earliest;
  return from && to ? { from: scale.place(from), to: scale.place(to) } : null;
}
