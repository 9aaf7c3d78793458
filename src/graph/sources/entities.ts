import { everything, isEverything, type View } from '../../../schema/claims/view.ts';
import type { Ontology } from '../../../schema/ontology/define.ts';
import { type Cypher, cypher, label, variable } from '../cypher.ts';
import { type EntityFilter, entityPredicate } from '../filters/graph.ts';
import { all } from '../filters/logic.ts';
import { entityInView } from '../filters/view.ts';
import { mentionLinks } from '../mentions.ts';
import { type Order, planOrder, sortColumns } from '../orders.ts';
import { itemOf, type ListSource } from '../page.ts';
import type { EntityRow } from '../rows/entity.ts';
import type { Shape } from '../select/shape.ts';

export interface EntityList {
  readonly ontology: Ontology;
  readonly filter?: EntityFilter | undefined;
  readonly view?: View | undefined;
  readonly orders: readonly Order[];
  readonly shape: Shape<EntityRow>;
}

/** All entities, or those of a type. */
export function entityList(
  list: EntityList & { readonly type?: string | undefined },
): ListSource<EntityRow> {
  const { ontology, type } = list;
  const entity = variable('entity');
  return {
    name: 'entities',
    match: cypher`MATCH (${entity}:${type ? label(ontology, type) : cypher`Entity`})`,
    ...condition(list, entity),
  };
}

/** The entities that the statements of a document mention. */
export function mentionedList(list: EntityList, document: Cypher): ListSource<EntityRow> {
  const entity = variable('entity');
  return {
    name: 'mentioned-entities',
    match: cypher`MATCH (${document})<-[:IN_DOCUMENT]-(:Statement)-[:${mentionLinks}]->(mentioned:Entity)
  WITH DISTINCT mentioned AS ${entity}
  MATCH (${entity})`,
    ...condition(list, entity),
  };
}

function condition(
  { ontology, filter, view = everything, orders, shape }: EntityList,
  row: Cypher,
) {
  return {
    where: all([
      ...(isEverything(view) ? [] : [entityInView(row, view)]),
      ...(filter ? [entityPredicate({ ontology, view }, row, filter)] : []),
    ]),
    columns: sortColumns(planOrder, orders, row, cypher`${row}.key`),
    item: itemOf(shape, row),
  };
}
