import { timeLabel } from '../../schema/claims/time-label.ts';
import type { ValueRecord } from '../check/records.ts';

/** A value as a person would say it: "at most about 15,000 units", "by 2029 (`../2029`)". */
export function valueWords(value: ValueRecord): string {
  const { text, boolean, time, unit, approximate } = value;
  if (text !== undefined) return text;
  if (boolean !== undefined) return boolean ? 'yes' : 'no';
  if (time !== undefined) return `${approximate ? 'about ' : ''}${timeWords(time)}`;
  return unit === undefined ? numberWords(value) : `${numberWords(value)} ${unit}`;
}

/** In words, and in EDTF, which says exactly how vague it is. */
export function timeWords(edtf: string): string {
  return `${timeLabel(edtf, 'en')} (\`${edtf}\`)`;
}

function numberWords({ number, min, max, approximate }: ValueRecord): string {
  const about = approximate ? 'about ' : '';
  if (number !== undefined) return `${about}${grouped(number)}`;
  if (min === undefined) return `at most ${about}${grouped(max ?? 0)}`;
  if (max === undefined) return `at least ${about}${grouped(min)}`;
  return `${about}${grouped(min)} to ${grouped(max)}`;
}

const grouping = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 20 });

function grouped(number: number): string {
  return grouping.format(number);
}
