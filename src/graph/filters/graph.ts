import { everything, isEverything, type View } from '../../../schema/claims/view.ts';
import type { Ontology } from '../../../schema/ontology/define.ts';
import type { Modality } from '../../../schema/ontology/statements.ts';
import {
  type Cypher,
  cypher,
  joined,
  label,
  parameter,
  propertyName,
  relationTypes,
  variable,
} from '../cypher.ts';
import { degreeOf } from '../degree.ts';
import { all, type Combined, combinations, not, some } from './logic.ts';
import { relationInView, standingInView } from './relation-view.ts';
import {
  datePredicate,
  intPredicate,
  type RangeFilter,
  type StringFilter,
  stringPredicate,
  windowPredicate,
} from './scalars.ts';

/** What conditions are read by: the names there are, and the claims that count. */
export interface FilterScope {
  readonly ontology: Ontology;
  /** Everything, where none is given. */
  readonly view?: View | undefined;
}

/** Conditions on an entity, all of which hold. Types as labels of the ontology. */
export interface EntityFilter extends Combined<EntityFilter> {
  readonly types?: readonly string[] | null | undefined;
  readonly keys?: readonly string[] | null | undefined;
  /** Of any of its names and aliases. */
  readonly name?: StringFilter | null | undefined;
  readonly relations?: RelationQuantifier | null | undefined;
  /** Of the type's own properties: one of the values, or a text. */
  readonly properties?: Readonly<Record<string, readonly string[] | StringFilter>> | undefined;
}

export interface RelationQuantifier {
  readonly some?: RelationFilter | null | undefined;
  readonly none?: RelationFilter | null | undefined;
  readonly count?: RangeFilter<number> | null | undefined;
}

export function entityPredicate(scope: FilterScope, entity: Cypher, filter: EntityFilter): Cypher {
  const { ontology } = scope;
  const conditions = combinations(filter, (inner) => entityPredicate(scope, entity, inner));
  if (filter.types) {
    conditions.push(some(filter.types.map((type) => cypher`${entity}:${label(ontology, type)}`)));
  }
  if (filter.keys) conditions.push(cypher`${entity}.key IN ${parameter('keys', filter.keys)}`);
  if (filter.name) {
    const predicate = stringPredicate(cypher`name`, filter.name);
    conditions.push(cypher`any(name IN ${entity}.foldedNames WHERE ${predicate})`);
  }
  for (const [name, condition] of Object.entries(filter.properties ?? {})) {
    conditions.push(propertyPredicate(ontology, entity, name, condition));
  }
  if (filter.relations) {
    conditions.push(quantifierPredicate(scope, entity, filter.relations));
  }
  return all(conditions);
}

function propertyPredicate(
  ontology: Ontology,
  entity: Cypher,
  name: string,
  condition: readonly string[] | StringFilter,
): Cypher {
  const property = cypher`${entity}.${propertyName(ontology, name)}`;
  return Array.isArray(condition)
    ? cypher`${property} IN ${parameter('values', condition)}`
    : stringPredicate(cypher`toLower(${property})`, condition as StringFilter);
}

function quantifierPredicate(
  scope: FilterScope,
  entity: Cypher,
  { some: any, none, count }: RelationQuantifier,
): Cypher {
  const { ontology, view = everything } = scope;
  const matching = (filter: RelationFilter) => {
    const relation = variable('relation');
    const other = variable('other');
    // No type at all is met by no relation, which the predicate says; the pattern needs some.
    const named = filter.types?.length ? filter.types : Object.keys(ontology.relations);
    const types = relationTypes(ontology, named);
    const ends = { near: entity, far: other };
    const predicate = relationPredicate(scope, { relation, ends, other: [other] }, filter);
    return cypher`{ MATCH (${entity})-[${relation}:${types}]-(${other}:Entity) WHERE ${predicate} }`;
  };
  const conditions: Cypher[] = [];
  if (any) conditions.push(cypher`EXISTS ${matching(any)}`);
  if (none) conditions.push(not(cypher`EXISTS ${matching(none)}`));
  if (count) {
    const counted = isEverything(view) ? degreeOf(entity) : cypher`COUNT ${matching({})}`;
    conditions.push(intPredicate(counted, count));
  }
  return all(conditions);
}

/** Conditions on a relation and its ends, all of which hold. */
export interface RelationFilter extends Combined<RelationFilter> {
  readonly types?: readonly string[] | null | undefined;
  readonly modalities?: readonly Modality[] | null | undefined;
  readonly role?: StringFilter | null | undefined;
  readonly period?: RangeFilter<string> | null | undefined;
  readonly firstReported?: RangeFilter<string> | null | undefined;
  readonly from?: EntityFilter | null | undefined;
  readonly to?: EntityFilter | null | undefined;
  readonly other?: EntityFilter | null | undefined;
}

export interface RelationVariables {
  readonly relation: Cypher;
  /** `near` and `far` where the relation may run either way. */
  readonly ends: { readonly from: Cypher; readonly to: Cypher } | { near: Cypher; far: Cypher };
  /** The end that was moved to; both where none was. */
  readonly other: readonly Cypher[];
}

/** Whether a relation is there under the scope's view and fulfils the filter. */
export function relationPredicate(
  scope: FilterScope,
  variables: RelationVariables,
  filter: RelationFilter,
): Cypher {
  const there = relationInView(variables.relation, scope.view ?? everything);
  return all([...there, ...relationConditions(scope, variables, filter)]);
}

function relationConditions(
  scope: FilterScope,
  variables: RelationVariables,
  filter: RelationFilter,
): Cypher[] {
  const { view = everything } = scope;
  const { relation, other } = variables;
  const onEntity = (entity: Cypher, inner: EntityFilter) => entityPredicate(scope, entity, inner);
  const conditions = combinations(filter, (inner) =>
    all(relationConditions(scope, variables, inner)),
  );
  if (filter.types) {
    conditions.push(cypher`type(${relation}) IN ${parameter('types', filter.types)}`);
  }
  if (filter.role) conditions.push(stringPredicate(cypher`${relation}.foldedRole`, filter.role));
  conditions.push(...standingConditions(relation, view, filter));
  const { from, to } = filter;
  if (from || to) {
    const read = (first: Cypher, second: Cypher) =>
      all([...(from ? [onEntity(first, from)] : []), ...(to ? [onEntity(second, to)] : [])]);
    conditions.push(endsPredicate(scope.ontology, variables, read));
  }
  if (filter.other) {
    const predicate = filter.other;
    conditions.push(some(other.map((entity) => onEntity(entity, predicate))));
  }
  return conditions;
}

/** Conditions on what stands behind a relation; none where none restricts anything. */
function standingConditions(
  relation: Cypher,
  view: View,
  { modalities, period, firstReported }: RelationFilter,
): Cypher[] {
  const restricts = (range: RangeFilter<string> | null | undefined) =>
    Object.values(range ?? {}).some((bound) => bound != null);
  if (!modalities && !restricts(period) && !restricts(firstReported)) return [];
  const meets = standingInView(relation, view, (standing) =>
    all([
      ...(modalities
        ? [cypher`${standing.modality} IN ${parameter('modalities', modalities)}`]
        : []),
      ...(period ? [windowPredicate(standing.period, period)] : []),
      ...(firstReported ? [datePredicate(standing.firstReported, firstReported)] : []),
    ]),
  );
  return [meets];
}

/** `read` judges the ends in the order in which the relation is read: both orders, if symmetric. */
function endsPredicate(
  ontology: Ontology,
  { relation, ends }: RelationVariables,
  read: (first: Cypher, second: Cypher) => Cypher,
): Cypher {
  const symmetric = Object.keys(ontology.relations).filter((t) => ontology.relations[t]?.symmetric);
  const [one, other] = 'from' in ends ? [ends.from, ends.to] : [ends.near, ends.far];
  const [forward, backward] = [read(one, other), read(other, one)];
  const directed =
    'from' in ends
      ? cypher`ELSE ${forward}`
      : cypher`WHEN startNode(${relation}) = ${one} THEN ${forward} ELSE ${backward}`;
  return cypher`CASE WHEN type(${relation}) IN ${parameter('symmetric', symmetric)} THEN ${some([forward, backward])} ${directed} END`;
}

/** `Person|Company`: a label expression. */
export function labels(ontology: Ontology, types: readonly string[]): Cypher {
  return joined(
    types.map((type) => label(ontology, type)),
    cypher`|`,
  );
}
