import type { Claim } from './claim.ts';
import type { TimeWindow } from './time-window.ts';
import { firstDay, lastDay } from './time-window.ts';

/**
 * The days that the times behind a relation allow, beside {@link Support}: what a condition on its
 * period under a view is judged by. A database reads no EDTF.
 */
export interface PeriodBounds {
  /** Parallel to the statements; null where they are the days on which these hold. */
  readonly statementEarliest: readonly string[] | null;
  readonly statementLatest: readonly string[] | null;
  /** Parallel to the datasets; null where none gives a period. */
  readonly datasetEarliest: readonly string[] | null;
  readonly datasetLatest: readonly string[] | null;
}

/** `affirmed` in the order of their ids, `periods` in the order of the datasets. */
export function periodBounds(
  affirmed: readonly Pick<Claim, 'time'>[],
  periods: readonly (TimeWindow | null)[],
  holds: 'state' | 'instant' | undefined,
): PeriodBounds {
  const times = affirmed.map(({ time }) => time);
  const statements = holds === 'instant' && times.some((time) => time !== null) ? times : null;
  const datasets = periods.some((period) => period !== null) ? periods : null;
  return {
    statementEarliest: statements?.map((time) => time?.earliest ?? firstDay) ?? null,
    statementLatest: statements?.map((time) => time?.latest ?? lastDay) ?? null,
    datasetEarliest: datasets?.map((period) => period?.earliest ?? firstDay) ?? null,
    datasetLatest: datasets?.map((period) => period?.latest ?? lastDay) ?? null,
  };
}
