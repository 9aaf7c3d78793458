import { everything } from '../../../schema/claims/view.ts';
import type { Modality, Polarity } from '../../../schema/ontology/statements.ts';
import { type Cypher, cypher, parameter, variable } from '../cypher.ts';
import { type EntityFilter, entityPredicate, type FilterScope } from './graph.ts';
import { all, type Combined, combinations } from './logic.ts';
import { datePredicate, type RangeFilter } from './scalars.ts';
import { disputedInView, statementInView } from './view.ts';

/** Conditions on a statement, all of which hold. Entities and documents by key. */
export interface StatementFilter extends Combined<StatementFilter> {
  readonly subject?: EntityFilter | null | undefined;
  readonly object?: EntityFilter | null | undefined;
  readonly predicates?: readonly string[] | null | undefined;
  readonly modalities?: readonly Modality[] | null | undefined;
  readonly polarity?: Polarity | null | undefined;
  readonly published?: RangeFilter<string> | null | undefined;
  readonly attributedTo?: readonly string[] | null | undefined;
  readonly origins?: readonly string[] | null | undefined;
  readonly documents?: readonly string[] | null | undefined;
  readonly disputed?: boolean | null | undefined;
}

/** Whether a statement belongs to the scope's view and fulfils the filter. */
export function statementPredicate(
  scope: FilterScope,
  statement: Cypher,
  filter: StatementFilter,
): Cypher {
  const { view = everything } = scope;
  return all([statementInView(statement, view), ...statementConditions(scope, statement, filter)]);
}

function statementConditions(
  scope: FilterScope,
  statement: Cypher,
  filter: StatementFilter,
): Cypher[] {
  const conditions = combinations(filter, (inner) =>
    all(statementConditions(scope, statement, inner)),
  );
  const about = (link: Cypher, inner: EntityFilter) => {
    const other = variable('other');
    return cypher`EXISTS { MATCH (${statement})-[:${link}]->(${other}:Entity) WHERE ${entityPredicate(scope, other, inner)} }`;
  };
  const linked = (link: Cypher, keys: readonly string[]) =>
    cypher`EXISTS { MATCH (${statement})-[:${link}]->(linked) WHERE linked.key IN ${parameter('keys', keys)} }`;
  if (filter.subject) conditions.push(about(cypher`SUBJECT`, filter.subject));
  if (filter.object) conditions.push(about(cypher`OBJECT`, filter.object));
  if (filter.predicates) {
    conditions.push(
      cypher`${statement}.predicate IN ${parameter('predicates', filter.predicates)}`,
    );
  }
  if (filter.modalities) {
    conditions.push(cypher`${statement}.modality IN ${parameter('modalities', filter.modalities)}`);
  }
  if (filter.polarity) {
    conditions.push(cypher`${statement}.polarity = ${parameter('polarity', filter.polarity)}`);
  }
  if (filter.published) {
    conditions.push(datePredicate(cypher`${statement}.published`, filter.published));
  }
  if (filter.attributedTo) conditions.push(linked(cypher`ATTRIBUTED_TO`, filter.attributedTo));
  if (filter.origins) conditions.push(linked(cypher`ORIGIN`, filter.origins));
  if (filter.documents) conditions.push(linked(cypher`IN_DOCUMENT`, filter.documents));
  if (filter.disputed != null) {
    const disputed = disputedInView(statement, scope.view ?? everything);
    conditions.push(cypher`${disputed} = ${parameter('disputed', filter.disputed)}`);
  }
  return conditions;
}
