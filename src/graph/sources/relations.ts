import type { View } from '../../../schema/claims/view.ts';
import type { Ontology } from '../../../schema/ontology/define.ts';
import { cypher, relationTypes } from '../cypher.ts';
import { type RelationFilter, relationPredicate } from '../filters/graph.ts';
import { type Order, relationOrder, sortColumns } from '../orders.ts';
import type { ListSource } from '../page.ts';
import { RelationRow, relationColumns } from '../rows/relation.ts';

export interface RelationList {
  readonly ontology: Ontology;
  readonly filter?: RelationFilter | undefined;
  readonly view?: View | undefined;
  readonly orders: readonly Order[];
}

const relation = cypher`relation`;
const from = cypher`origin`;
const to = cypher`target`;

export function relationList(list: RelationList): ListSource<RelationRow> {
  const { ontology, filter = {}, view, orders } = list;
  const types = relationTypes(ontology, Object.keys(ontology.relations));
  const variables = { relation, ends: { from, to }, other: [from, to] };
  return {
    name: 'relations',
    match: cypher`MATCH (origin:Entity)-[relation:${types}]->(target:Entity)`,
    where: relationPredicate({ ontology, view }, variables, filter),
    columns: sortColumns(relationOrder, orders, relation, cypher`relation.id`),
    returns: relationColumns(relation),
    item: RelationRow,
  };
}
