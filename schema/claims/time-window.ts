/// <reference path="./edtf.d.ts" />
import parseEdtf from 'edtf';

/** A time in EDTF (ISO 8601-2) with the days that it allows; null where it is open. */
export interface TimeWindow {
  readonly edtf: string;
  /** ISO date, inclusive. */
  readonly earliest: string | null;
  /** ISO date, inclusive. */
  readonly latest: string | null;
}

/** The EDTF of a time of which nothing is known. It allows every day. */
export const unknownTime = 'XXXX';

/** Stand for open ends where days are kept in lists, which hold no nulls. */
export const firstDay = '0001-01-01';
export const lastDay = '9999-12-31';

/**
 * Reads an EDTF string. `~`, `?` and `%` do not widen the window.
 * Throws a RangeError that says what is wrong where the text is no EDTF or outside years 1 to 9999.
 */
export function timeWindow(edtf: string): TimeWindow {
  if (edtf === unknownTime) return { edtf, earliest: null, latest: null };
  const [start = '', end, ...more] = edtf.split('/');
  if (more.length > 0) throw notEdtf(edtf);
  const from = bounds(start, edtf, end !== undefined);
  const to = end === undefined ? from : bounds(end, edtf, true);
  const window = { edtf, earliest: isoDate(from.min, edtf), latest: isoDate(to.max, edtf) };
  if (window.earliest && window.latest && window.earliest > window.latest) {
    throw new RangeError(`'${edtf}' ends before it begins`);
  }
  return window;
}

interface Bounds {
  readonly min: number | null;
  readonly max: number | null;
}

/** One end of an interval, or a time by itself. Milliseconds; null where it is open. */
function bounds(text: string, edtf: string, mayBeOpen: boolean): Bounds {
  if (mayBeOpen && (text === '..' || text === '')) return { min: null, max: null };
  const season = /^(\d{4})-(2[1-4])[~?%]?$/.exec(text);
  if (season) return seasonBounds(Number(season[1]), Number(season[2]));
  // Quarters and other divisions of the year, which the edtf package takes for seasons.
  if (/^\d{4}-(1[3-9]|2[05-9]|[3-9]\d)/.test(text)) throw notEdtf(edtf);
  // The edtf package takes it for 1 March.
  const leapDay = /(\d{4})-02-29/.exec(text);
  if (leapDay && !isLeapYear(Number(leapDay[1]))) throw notEdtf(edtf);
  try {
    return parseEdtf(text);
  } catch (cause) {
    throw notEdtf(edtf, cause);
  }
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function notEdtf(edtf: string, cause?: unknown): RangeError {
  const message = `'${edtf}' is no EDTF date or interval, such as 2027, 2024-08~ or ../2029`;
  return new RangeError(message, { cause });
}

/**
 * Meteorological seasons of the north: spring (21) is March to May, winter (24) December to the
 * February after. The edtf package takes them for quarters, and does not know them in intervals.
 */
function seasonBounds(year: number, season: number): Bounds {
  const firstMonth = (season - 21) * 3 + 2;
  return {
    min: Date.UTC(year, firstMonth, 1),
    max: Date.UTC(year, firstMonth + 3, 0),
  };
}

function isoDate(milliseconds: number | null, edtf: string): string | null {
  if (milliseconds === null || !Number.isFinite(milliseconds)) return null;
  const iso = new Date(milliseconds).toISOString();
  if (!/^\d{4}-/.test(iso) || iso.startsWith('0000')) {
    throw new RangeError(`'${edtf}' lies outside the years 1 to 9999`);
  }
  return iso.slice(0, 10);
}

/** The window between two ISO dates, written as EDTF; null for an open side. */
export function windowBetween(earliest: string | null, latest: string | null): TimeWindow {
  if (earliest === null && latest === null) return { edtf: unknownTime, earliest, latest };
  const edtf = earliest === latest && earliest ? earliest : `${earliest ?? '..'}/${latest ?? '..'}`;
  return { edtf, earliest, latest };
}

export function overlap(a: TimeWindow, b: TimeWindow): boolean {
  return startsBefore(a, b) && startsBefore(b, a);
}

/** Whether some day of `a` is no later than some day of `b`. */
function startsBefore(a: TimeWindow, b: TimeWindow): boolean {
  return a.earliest === null || b.latest === null || a.earliest <= b.latest;
}

/** What all windows have in common; without a day in common, the hull of them all. */
export function combinedWindow(windows: readonly TimeWindow[]): TimeWindow | null {
  const known = windows.filter((window) => window.edtf !== unknownTime);
  if (known.length === 0) return windows[0] ?? null;
  const common = {
    earliest: largest(known.map((window) => window.earliest).filter((day) => day !== null)),
    latest: smallest(known.map((window) => window.latest).filter((day) => day !== null)),
  };
  const bounds = isEmpty(common) ? hull(known) : common;
  return (
    known.find((w) => w.earliest === bounds.earliest && w.latest === bounds.latest) ??
    windowBetween(bounds.earliest, bounds.latest)
  );
}

function isEmpty({ earliest, latest }: { earliest: string | null; latest: string | null }) {
  return earliest !== null && latest !== null && earliest > latest;
}

function hull(windows: readonly TimeWindow[]) {
  const starts = windows.map((window) => window.earliest);
  const ends = windows.map((window) => window.latest);
  return {
    earliest: starts.includes(null) ? null : smallest(starts.filter((day) => day !== null)),
    latest: ends.includes(null) ? null : largest(ends.filter((day) => day !== null)),
  };
}

function smallest(days: readonly string[]): string | null {
  return days.reduce<string | null>((least, day) => (least && least < day ? least : day), null);
}

function largest(days: readonly string[]): string | null {
  return days.reduce<string | null>((most, day) => (most && most > day ? most : day), null);
}
