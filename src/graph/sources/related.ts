import type { RelationSummary } from '../../../schema/claims/relation-summary.ts';
import type { View } from '../../../schema/claims/view.ts';
import type { Ontology } from '../../../schema/ontology/define.ts';
import { type Cypher, cypher, label, parameter, relationTypes, variable } from '../cypher.ts';
import {
  type EntityFilter,
  entityPredicate,
  type RelationFilter,
  relationPredicate,
} from '../filters/graph.ts';
import { all } from '../filters/logic.ts';
import { entityOrder, type Order, relationOrder, sortColumns } from '../orders.ts';
import type { ListSource } from '../page.ts';
import type { EntityRow } from '../rows/entity.ts';
import type { RelationRow } from '../rows/relation.ts';
import { type HopShapes, hopItem } from '../select/hop-item.ts';

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
  readonly direction: 'OUT' | 'IN' | 'BOTH';
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
  const { ontology, other: otherFilter, relation: relationFilter = {}, view, orderBy } = list;
  const { shapes } = list;
  const relation = variable('relation');
  const other = variable('other');
  const ends = { near: parent, far: other };
  const identity = cypher`${relation}.id`;
  return {
    name: 'related-entities',
    match: hops(list, { parent, relation, other }),
    where: all([
      relationPredicate({ ontology, view }, { relation, ends, other: [other] }, relationFilter),
      ...(otherFilter ? [entityPredicate({ ontology, view }, other, otherFilter)] : []),
    ]),
    columns:
      orderBy.of === 'entity'
        ? sortColumns(entityOrder, orderBy.orders, other, identity)
        : sortColumns(relationOrder, orderBy.orders, relation, identity),
    item: hopItem(shapes, relation, other),
  };
}

interface HopVariables {
  readonly parent: Cypher;
  readonly relation: Cypher;
  readonly other: Cypher;
}

/** A symmetric relation has no direction to a reader: it is matched either way. */
function hops(
  { ontology, types = Object.keys(ontology.relations), direction, otherType }: RelatedList,
  { parent, relation, other }: HopVariables,
): Cypher {
  const step = cypher`-[${relation}:${relationTypes(ontology, types)}]-`;
  const end = cypher`(${other}:${otherType ? label(ontology, otherType) : cypher`Entity`})`;
  const symmetric = types.filter((type) => ontology.relations[type]?.symmetric);
  if (direction === 'BOTH' || symmetric.length === types.length) {
    return cypher`MATCH (${parent})${step}${end}`;
  }
  if (symmetric.length === 0) {
    return direction === 'OUT'
      ? cypher`MATCH (${parent})${step}>${end}`
      : cypher`MATCH (${parent})<${step}${end}`;
  }
  // In the undirected pattern, a directed relation stays only when it starts at the right end.
  const start = direction === 'OUT' ? parent : other;
  return cypher`MATCH (${parent})${step}${end}
  WITH ${parent}, ${relation}, ${other} WHERE startNode(${relation}) = ${start} OR type(${relation}) IN ${parameter('symmetric', symmetric)}
  WITH ${parent}, ${relation}, ${other}`;
}
