import { fold } from '../../../schema/text/fold.ts';
import { type Cypher, cypher, parameter } from '../cypher.ts';
import { all } from './logic.ts';

/** Conditions on a text, all of which hold, without regard to case and accents. */
export interface StringFilter {
  readonly eq?: string | null | undefined;
  readonly in?: readonly string[] | null | undefined;
  readonly contains?: string | null | undefined;
  readonly startsWith?: string | null | undefined;
}

/** `folded` is an expression for the folded text. */
export function stringPredicate(folded: Cypher, filter: StringFilter): Cypher {
  const conditions: Cypher[] = [];
  if (filter.eq != null) conditions.push(cypher`${folded} = ${parameter('text', fold(filter.eq))}`);
  if (filter.in) conditions.push(cypher`${folded} IN ${parameter('texts', filter.in.map(fold))}`);
  if (filter.contains != null) {
    conditions.push(cypher`${folded} CONTAINS ${parameter('text', fold(filter.contains))}`);
  }
  if (filter.startsWith != null) {
    conditions.push(cypher`${folded} STARTS WITH ${parameter('text', fold(filter.startsWith))}`);
  }
  return all(conditions);
}

/** Bounds, all of which hold. ISO dates for dates. */
export interface RangeFilter<Value> {
  readonly eq?: Value | null | undefined;
  readonly gt?: Value | null | undefined;
  readonly gte?: Value | null | undefined;
  readonly lt?: Value | null | undefined;
  readonly lte?: Value | null | undefined;
}

export function intPredicate(number: Cypher, filter: RangeFilter<number>): Cypher {
  return rangePredicate(number, filter, (value) => parameter('number', value));
}

/** `day` is an expression for a date. */
export function datePredicate(day: Cypher, filter: RangeFilter<string>): Cypher {
  return rangePredicate(day, filter, (value) => cypher`date(${parameter('day', value)})`);
}

function rangePredicate<Value>(
  subject: Cypher,
  { eq, gt, gte, lt, lte }: RangeFilter<Value>,
  bound: (value: Value) => Cypher,
): Cypher {
  const conditions: Cypher[] = [];
  if (eq != null) conditions.push(cypher`${subject} = ${bound(eq)}`);
  if (gt != null) conditions.push(cypher`${subject} > ${bound(gt)}`);
  if (gte != null) conditions.push(cypher`${subject} >= ${bound(gte)}`);
  if (lt != null) conditions.push(cypher`${subject} < ${bound(lt)}`);
  if (lte != null) conditions.push(cypher`${subject} <= ${bound(lte)}`);
  return all(conditions);
}

/**
 * Whether some day of a window fulfils every condition by itself. `window` is an expression for a list
 * of its first and last day, null where it is open; or for null, where there is none.
 */
export function windowPredicate(
  window: Cypher,
  { eq, gt, gte, lt, lte }: RangeFilter<string>,
): Cypher {
  const day = (value: string) => cypher`date(${parameter('day', value)})`;
  const starts = (compare: Cypher) => cypher`coalesce(days[0] ${compare}, true)`;
  const ends = (compare: Cypher) => cypher`coalesce(days[1] ${compare}, true)`;
  const conditions: Cypher[] = [];
  if (eq != null) conditions.push(starts(cypher`<= ${day(eq)}`), ends(cypher`>= ${day(eq)}`));
  if (gt != null) conditions.push(ends(cypher`> ${day(gt)}`));
  if (gte != null) conditions.push(ends(cypher`>= ${day(gte)}`));
  if (lt != null) conditions.push(starts(cypher`< ${day(lt)}`));
  if (lte != null) conditions.push(starts(cypher`<= ${day(lte)}`));
  return conditions.length === 0
    ? cypher`true`
    : cypher`any(days IN [${window}] WHERE days IS NOT NULL AND ${all(conditions)})`;
}

/** A parameter that holds an ISO date, as a day. */
export function dayParameter(name: string, value: string): Cypher {
  return cypher`date(${parameter(name, value)})`;
}
