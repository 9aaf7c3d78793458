import type { View } from '../../../schema/claims/view.ts';
import type { Ontology } from '../../../schema/ontology/define.ts';
import { cypher, relationTypes, variable } from '../cypher.ts';
import { type RelationFilter, relationPredicate } from '../filters/graph.ts';
import { type Order, relationOrder, sortColumns } from '../orders.ts';
import { itemOf, type ListSource } from '../page.ts';
import type { RelationRow } from '../rows/relation.ts';
import type { Shape } from '../select/shape.ts';

export interface RelationList {
  readonly ontology: Ontology;
  readonly filter?: RelationFilter | undefined;
  readonly view?: View | undefined;
  readonly orders: readonly Order[];
  readonly shape: Shape<RelationRow>;
}

export function relationList(list: RelationList): ListSource<RelationRow> {
  const { ontology, filter = {}, view, orders, shape } = list;
  // No type at all is met by no relation, which the predicate says; the pattern needs some.
  const named = filter.types?.length ? filter.types : Object.keys(ontology.relations);
  const types = relationTypes(ontology, named);
  const relation = variable('relation');
  const [from, to] = [variable('entity'), variable('other')];
  const variables = { relation, ends: { from, to }, other: [from, to] };
  return {
    name: 'relations',
    match: cypher`MATCH (${from}:Entity)-[${relation}:${types}]->(${to}:Entity)`,
    where: relationPredicate({ ontology, view }, variables, filter),
    columns: sortColumns(relationOrder, orders, relation, cypher`${relation}.id`),
    item: itemOf(shape, relation),
  };
}
