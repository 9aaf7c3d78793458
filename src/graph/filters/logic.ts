import { type Cypher, cypher, joined } from '../cypher.ts';

/** The conjunction; true for none. */
export function all(conditions: readonly Cypher[]): Cypher {
  const [first, ...more] = conditions.filter((condition) => !isTrue(condition));
  if (!first) return cypher`true`;
  return more.length === 0 ? first : cypher`(${joined([first, ...more], cypher` AND `)})`;
}

/** What always holds is left out of the text that people paste. */
function isTrue({ parts }: Cypher): boolean {
  return parts.length === 1 && parts[0] === 'true';
}

/** The disjunction; false for none. */
export function some(conditions: readonly Cypher[]): Cypher {
  if (conditions.length === 0) return cypher`false`;
  if (conditions.some(isTrue)) return cypher`true`;
  return cypher`(${joined(conditions, cypher` OR `)})`;
}

/** The complement: what Cypher cannot decide, because a value is absent, is not fulfilled. */
export function not(condition: Cypher): Cypher {
  return cypher`NOT coalesce(${condition}, false)`;
}

/** A filter that is combined of others of its kind; null is what GraphQL makes of an explicit null. */
export interface Combined<Filter> {
  readonly and?: readonly Filter[] | null | undefined;
  readonly or?: readonly Filter[] | null | undefined;
  readonly not?: Filter | null | undefined;
}

/** `predicate` reads one filter, its combinations included. */
export function combinations<Filter>(
  { and, or, not: negated }: Combined<Filter>,
  predicate: (filter: Filter) => Cypher,
): Cypher[] {
  return [
    ...(and ?? []).map(predicate),
    ...(or ? [some(or.map(predicate))] : []),
    ...(negated ? [not(predicate(negated))] : []),
  ];
}
