import type { View } from '../../schema/claims/view.ts';
import type { Ontology } from '../../schema/ontology/define.ts';
import { type Cypher, cypher, parameter, relationTypes } from './cypher.ts';
import {
  type EntityFilter,
  entityPredicate,
  type RelationFilter,
  relationPredicate,
} from './filters/graph.ts';
import { all, not, some } from './filters/logic.ts';

/** Which relations a search may follow, and which entities it may pass. */
export interface Traversal {
  readonly ontology: Ontology;
  /** All types of the ontology where none is named. */
  readonly types?: readonly string[] | undefined;
  readonly direction: 'OUT' | 'IN' | 'BOTH';
  readonly maxHops: number;
  readonly filter?: RelationFilter | undefined;
  /** Judges every hop while the search goes on. */
  readonly view?: View | undefined;
  /** Entities between must be like this. */
  readonly through?: EntityFilter | undefined;
  /** Keys of entities that may not lie between. */
  readonly avoid?: readonly string[] | undefined;
}

/** `[relation:ANNOUNCED|…]`; provenance is never among the types. */
export function step({ ontology, types = Object.keys(ontology.relations) }: Traversal): Cypher {
  return cypher`[relation:${relationTypes(ontology, types)}]`;
}

/** Whether one hop from `near` to `far` may be taken. A symmetric relation runs either way. */
export function hopPredicate(traversal: Traversal, near: Cypher, far: Cypher): Cypher {
  const { ontology, direction, filter = {}, view } = traversal;
  const relation = cypher`relation`;
  const conditions: Cypher[] = [];
  if (direction !== 'BOTH') {
    const start = direction === 'OUT' ? near : far;
    const symmetric = Object.keys(ontology.relations).filter(
      (t) => ontology.relations[t]?.symmetric,
    );
    conditions.push(
      some([
        cypher`startNode(relation) = ${start}`,
        cypher`type(relation) IN ${parameter('symmetric', symmetric)}`,
      ]),
    );
  }
  conditions.push(
    relationPredicate({ ontology, view }, { relation, ends: { near, far }, other: [far] }, filter),
  );
  return all(conditions);
}

/** Whether an entity may lie between two others. */
export function throughPredicate(traversal: Traversal, entity: Cypher): Cypher {
  const { ontology, through, avoid, view } = traversal;
  return all([
    ...(through ? [entityPredicate({ ontology, view }, entity, through)] : []),
    ...(avoid ? [not(cypher`${entity}.key IN ${parameter('avoid', avoid)}`)] : []),
  ]);
}
