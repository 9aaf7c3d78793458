import { type Cypher, cypher, joined } from '../cypher.ts';

/** The conjunction; true for none. */
export function all(conditions: readonly Cypher[]): Cypher {
  if (conditions.length === 0) return cypher`true`;
  if (conditions.length === 1 && conditions[0]) return conditions[0];
  return cypher`(${joined(conditions, cypher` AND `)})`;
}

/** The disjunction; false for none. */
export function some(conditions: readonly Cypher[]): Cypher {
  if (conditions.length === 0) return cypher`false`;
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
