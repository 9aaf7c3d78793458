import { z } from 'zod';
import type { RelationSummary } from '../../../schema/claims/relation-summary.ts';
import { everything, type View } from '../../../schema/claims/view.ts';
import type { Ontology } from '../../../schema/ontology/define.ts';
import { type Cypher, cypher, parameter, relationTypes } from '../cypher.ts';
import {
  type EntityFilter,
  entityPredicate,
  type RelationFilter,
  relationPredicate,
} from '../filters/graph.ts';
import { all } from '../filters/logic.ts';
import { entityOrder, type Order, relationOrder, sortColumns } from '../orders.ts';
import type { ListSource } from '../page.ts';
import { EntityRow, entityColumns } from '../rows/entity.ts';
import { RelationRow, relationColumns } from '../rows/relation.ts';
import { SupportRow, summaryOf, supportUnder } from '../rows/support.ts';

/** One hop: a relation with the entity at its other end, and with its support where a view is given. */
export const HopRow = z.object({
  relation: RelationRow,
  node: EntityRow,
  support: SupportRow.nullable(),
});
export type HopRow = z.infer<typeof HopRow>;

/** A hop with what stands behind it, under the view of the list that it is in. */
export interface RelatedRow {
  readonly relation: RelationRow;
  readonly node: EntityRow;
  readonly summary: RelationSummary;
}

export function relatedRow(hop: HopRow, view: View): RelatedRow {
  const { relation, node } = hop;
  return { relation, node, summary: summaryOf(hop, view) };
}

export interface RelatedList {
  readonly ontology: Ontology;
  /** Relation types; all of the ontology where none are named. */
  readonly types?: readonly string[] | undefined;
  readonly direction: 'OUT' | 'IN' | 'BOTH';
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
}

const entity = cypher`parent`;
const relation = cypher`relation`;
const other = cypher`other`;

/** The entities one hop away from each parent entity. */
export function relatedList({
  ontology,
  types = Object.keys(ontology.relations),
  direction,
  other: otherFilter,
  relation: relationFilter = {},
  view = everything,
  orderBy,
}: RelatedList): ListSource<HopRow> {
  const ends = { near: entity, far: other };
  const identity = cypher`relation.id`;
  return {
    name: 'related-entities',
    parents: entitiesWithKeys,
    match: hops(ontology, types, direction),
    where: all([
      relationPredicate({ ontology, view }, { relation, ends, other: [other] }, relationFilter),
      ...(otherFilter ? [entityPredicate({ ontology, view }, other, otherFilter)] : []),
    ]),
    columns:
      orderBy.of === 'entity'
        ? sortColumns(entityOrder, orderBy.orders, other, identity)
        : sortColumns(relationOrder, orderBy.orders, relation, identity),
    returns: cypher`{relation: ${relationColumns(relation)}, node: ${entityColumns(ontology, other)}, support: ${supportUnder(relation, view)}}`,
    item: HopRow,
  };
}

function entitiesWithKeys(keys: readonly string[]): Cypher {
  return cypher`UNWIND ${parameter('parents', keys)} AS parentKey
MATCH (parent:Entity {key: parentKey})`;
}

/** A symmetric relation has no direction to a reader: it is matched either way. */
function hops(ontology: Ontology, types: readonly string[], direction: 'OUT' | 'IN' | 'BOTH') {
  const symmetric = types.filter((type) => ontology.relations[type]?.symmetric);
  const directed = types.filter((type) => !ontology.relations[type]?.symmetric);
  if (direction === 'BOTH' || directed.length === 0) return undirected(ontology, types);
  if (symmetric.length === 0) return arrow(ontology, directed, direction);
  // In the undirected pattern, a directed relation stays only when it starts at the right end.
  const start = direction === 'OUT' ? entity : other;
  return cypher`${undirected(ontology, types)}
  WITH parent, relation, other WHERE startNode(relation) = ${start} OR type(relation) IN ${parameter('symmetric', symmetric)}
  WITH parent, relation, other`;
}

function undirected(ontology: Ontology, types: readonly string[]): Cypher {
  return cypher`MATCH (parent)-[relation:${relationTypes(ontology, types)}]-(other:Entity)`;
}

function arrow(ontology: Ontology, types: readonly string[], direction: 'OUT' | 'IN'): Cypher {
  const relationship = cypher`[relation:${relationTypes(ontology, types)}]`;
  return direction === 'OUT'
    ? cypher`MATCH (parent)-${relationship}->(other:Entity)`
    : cypher`MATCH (parent)<-${relationship}-(other:Entity)`;
}
