import type { RelationSummary } from '../../../schema/claims/relation-summary.ts';
import type { View } from '../../../schema/claims/view.ts';
import type { Ontology } from '../../../schema/ontology/define.ts';
import { type Cypher, cypher, label, variable } from '../cypher.ts';
import { type EntityFilter, entityPredicate, type RelationFilter } from '../filters/graph.ts';
import { all } from '../filters/logic.ts';
import { type Order, planOrder, relationOrder, sortColumns } from '../orders.ts';
import type { ListSource } from '../page.ts';
import type { EntityRow } from '../rows/entity.ts';
import type { RelationRow } from '../rows/relation.ts';
import { type HopShapes, hopItem } from '../select/hop-item.ts';
import { type Direction, hopPattern, hopPredicate, type Step } from '../traversal.ts';

/** A hop: a relation with the entity at its other end, and what stands behind it under a view. */
export interface RelatedRow {
  readonly relation: RelationRow;
  readonly node: EntityRow;
  readonly summary: RelationSummary;
}

export interface RelatedList {
  readonly ontology: Ontology;
  /** Relation types; all of the ontology where none are named. */
  readonly types?: readonly string[] | undefined;
  readonly direction: Direction;
  /** The type at the other end, where there is one only. */
  readonly otherType?: string | undefined;
  readonly other?: EntityFilter | undefined;
  readonly relation?: RelationFilter | undefined;
  readonly view?: View | undefined;
  readonly orderBy:
    | {
        readonly of: 'entity';
        readonly orders: readonly Order[];
      }
    | {
        readonly of: 'relation';
        readonly orders: readonly Order[];
      };
  readonly shapes: HopShapes;
}

/** The entities one hop away from an entity. */
export function relatedList(list: RelatedList, parent: Cypher): ListSource<RelatedRow> {
  const { ontology, types, direction, otherType, other: otherFilter, view, orderBy, shapes } = list;
  const step: Step = { ontology, types, direction, filter: list.relation, view };
  const relation = variable('relation');
  const other = variable('other');
  const identity = cypher`${relation}.id`;
  return {
    name: 'related-entities',
    match: cypher`MATCH (${parent})${hopPattern(step, relation)}(${other}:${otherType ? label(ontology, otherType) : cypher`Entity`})`,
    where: all([
      hopPredicate(step, parent, other, relation),
      ...(otherFilter ? [entityPredicate({ ontology, view }, other, otherFilter)] : []),
    ]),
    columns:
      orderBy.of === 'entity'
        ? sortColumns(planOrder, orderBy.orders, other, identity)
        : sortColumns(relationOrder, orderBy.orders, relation, identity),
    item: hopItem(shapes, relation, other),
  };
}
