import type { ConflictKind } from '../../../schema/claims/conflict.ts';
import { everything, isEverything } from '../../../schema/claims/view.ts';
import { type Cypher, cypher, parameter } from '../cypher.ts';
import { type EntityFilter, entityPredicate, type FilterScope } from './graph.ts';
import { all, type Combined, combinations } from './logic.ts';
import { conflictInView } from './view.ts';

/** Conditions on a conflict, all of which hold. Documents by key. */
export interface ConflictFilter extends Combined<ConflictFilter> {
  readonly kinds?: readonly ConflictKind[] | null | undefined;
  /** Of the subject or the object of its statements. */
  readonly about?: EntityFilter | null | undefined;
  readonly predicates?: readonly string[] | null | undefined;
  /** Some of its statements stand in one of these. */
  readonly documents?: readonly string[] | null | undefined;
}

/** Whether a conflict is there under the scope's view and fulfils the filter. */
export function conflictPredicate(
  scope: FilterScope,
  conflict: Cypher,
  filter: ConflictFilter,
): Cypher {
  const { view = everything } = scope;
  const there = isEverything(view) ? [] : [conflictInView(conflict, view)];
  return all([...there, ...conflictConditions(scope, conflict, filter)]);
}

function conflictConditions(
  scope: FilterScope,
  conflict: Cypher,
  filter: ConflictFilter,
): Cypher[] {
  const conditions = combinations(filter, (inner) =>
    all(conflictConditions(scope, conflict, inner)),
  );
  if (filter.kinds) {
    conditions.push(cypher`${conflict}.kind IN ${parameter('kinds', filter.kinds)}`);
  }
  if (filter.about) {
    const entity = cypher`entity`;
    conditions.push(
      cypher`EXISTS { MATCH (${conflict})-[:BETWEEN]->(:Statement)-[:SUBJECT|OBJECT]->(entity:Entity) WHERE ${entityPredicate(scope, entity, filter.about, 1)} }`,
    );
  }
  if (filter.predicates) {
    conditions.push(
      cypher`EXISTS { MATCH (${conflict})-[:BETWEEN]->(claim:Statement) WHERE claim.predicate IN ${parameter('predicates', filter.predicates)} }`,
    );
  }
  if (filter.documents) {
    conditions.push(
      cypher`EXISTS { MATCH (${conflict})-[:BETWEEN]->(:Statement)-[:IN_DOCUMENT]->(document:Document) WHERE document.key IN ${parameter('keys', filter.documents)} }`,
    );
  }
  return conditions;
}
