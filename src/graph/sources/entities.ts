import { everything, isEverything, type View } from '../../../schema/claims/view.ts';
import type { Ontology } from '../../../schema/ontology/define.ts';
import { cypher, label, parameter } from '../cypher.ts';
import { type EntityFilter, entityPredicate } from '../filters/graph.ts';
import { all } from '../filters/logic.ts';
import { entityInView } from '../filters/view.ts';
import { entityOrder, type Order, sortColumns } from '../orders.ts';
import type { ListSource } from '../page.ts';
import { EntityRow, entityColumns } from '../rows/entity.ts';

export interface EntityList {
  readonly ontology: Ontology;
  /** All types where none is named. */
  readonly type?: string | undefined;
  readonly filter?: EntityFilter | undefined;
  readonly view?: View | undefined;
  readonly orders: readonly Order[];
}

const row = cypher`entity`;

export function entityList(list: EntityList): ListSource<EntityRow> {
  const { ontology, type, filter, view = everything, orders } = list;
  return {
    name: 'entities',
    match: cypher`MATCH (entity:${type ? label(ontology, type) : cypher`Entity`})`,
    where: all([
      ...(isEverything(view) ? [] : [entityInView(row, view)]),
      ...(filter ? [entityPredicate({ ontology, view }, row, filter)] : []),
    ]),
    columns: sortColumns(entityOrder, orders, row, cypher`entity.key`),
    returns: entityColumns(ontology, row),
    item: EntityRow,
  };
}

/** The entities that the statements of each parent document mention. */
export function mentionedList(list: EntityList): ListSource<EntityRow> {
  return {
    ...entityList(list),
    name: 'mentioned-entities',
    parents: (keys) => cypher`UNWIND ${parameter('parents', keys)} AS parentKey
MATCH (parent:Document {key: parentKey})`,
    match: cypher`MATCH (parent)<-[:IN_DOCUMENT]-(:Statement)-[:SUBJECT|OBJECT|PLACE|COMPARED_TO|ATTRIBUTED_TO]->(mentioned:Entity)
  WITH DISTINCT mentioned AS entity
  MATCH (entity)`,
  };
}
