import type { ClaimValue } from './claim.ts';
import type { TimeWindow } from './time-window.ts';
import { firstDay, lastDay } from './time-window.ts';

/** From the first to the last of what a value allows, inclusive. */
export type Extent =
  | readonly [from: string, until: string]
  | readonly [from: number, until: number];

/** Days; a time that is not given allows each. */
export function extentOfTime(time: TimeWindow | null): Extent {
  return [time?.earliest ?? firstDay, time?.latest ?? lastDay];
}

/** Null for a value that is no number. */
export function extentOfNumber({ number, min, max }: ClaimValue): Extent | null {
  if (number === null && min === null && max === null) return null;
  return [
    number ?? min ?? Number.NEGATIVE_INFINITY,
    number ?? max ?? Number.POSITIVE_INFINITY,
  ] as const;
}

export function areDisjoint(a: Extent, b: Extent): boolean {
  return a[0] > b[1] || b[0] > a[1];
}

export function areEqual(a: Extent, b: Extent): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

export function liesIn(inner: Extent, outer: Extent): boolean {
  return inner[0] >= outer[0] && inner[1] <= outer[1];
}
