import type { View } from '../../schema/claims/view.ts';
import type { Ontology } from '../../schema/ontology/define.ts';
import { type Cypher, cypher, parameter, relationTypes } from './cypher.ts';
import { degreeOf } from './degree.ts';
import {
  type EntityFilter,
  entityPredicate,
  type RelationFilter,
  relationPredicate,
} from './filters/graph.ts';
import { all, not, some } from './filters/logic.ts';

/** Hops that a search may go: beyond it, everything is connected with everything. */
export const maximalHops = 8;

/** Which way a relation is followed, read from the entity that is looked from. */
export type Direction = 'OUT' | 'IN' | 'BOTH';

/** Which relations may be followed, and which way. */
export interface Step {
  readonly ontology: Ontology;
  /** All types of the ontology where none is named. */
  readonly types?: readonly string[] | undefined;
  readonly direction: Direction;
  readonly filter?: RelationFilter | undefined;
  /** Judges every hop while the search goes on. */
  readonly view?: View | undefined;
}

/** Which relations a search may follow, how far, and which entities it may pass. */
export interface Traversal extends Step {
  readonly minHops: number;
  readonly maxHops: number;
  /** Entities between must be like this. */
  readonly through?: EntityFilter | undefined;
  /** Keys of entities that may not lie between. */
  readonly avoid?: readonly string[] | undefined;
  /** Entities with more relations may not lie between. */
  readonly maxDegree?: number | undefined;
}

/**
 * `-[relation:ANNOUNCED|…]->`: provenance is never among the types. A symmetric relation runs either
 * way: with one among others the pattern has no arrow, and {@link hopPredicate} judges the direction.
 */
export function hopPattern(step: Step, relation: Cypher): Cypher {
  const pattern = cypher`[${relation}:${relationTypesOf(step)}]`;
  const arrow = typesOf(step).symmetric.length === 0 ? step.direction : 'BOTH';
  if (arrow === 'OUT') return cypher`-${pattern}->`;
  return arrow === 'IN' ? cypher`<-${pattern}-` : cypher`-${pattern}-`;
}

/** `ANNOUNCED|…`: the types that may be followed. */
export function relationTypesOf(step: Step): Cypher {
  return relationTypes(step.ontology, typesOf(step).all);
}

/** Whether one hop from `near` to `far` may be taken. */
export function hopPredicate(step: Step, near: Cypher, far: Cypher, relation: Cypher): Cypher {
  const { ontology, filter = {}, view } = step;
  return all([
    ...directionPredicate(step, near, far, relation),
    relationPredicate({ ontology, view }, { relation, ends: { near, far }, other: [far] }, filter),
  ]);
}

function directionPredicate(step: Step, near: Cypher, far: Cypher, relation: Cypher): Cypher[] {
  const { all: types, symmetric } = typesOf(step);
  const mixed = symmetric.length > 0 && symmetric.length < types.length;
  if (step.direction === 'BOTH' || !mixed) return [];
  const start = step.direction === 'OUT' ? near : far;
  return [
    some([
      cypher`startNode(${relation}) = ${start}`,
      cypher`type(${relation}) IN ${parameter('symmetric', symmetric)}`,
    ]),
  ];
}

interface StepTypes {
  readonly all: readonly string[];
  readonly symmetric: readonly string[];
}

/** A search asks for them at every hop. */
const typesKnown = new WeakMap<Step, StepTypes>();

function typesOf(step: Step): StepTypes {
  const known = typesKnown.get(step);
  if (known) return known;
  const { ontology, types: all = Object.keys(ontology.relations) } = step;
  const types = { all, symmetric: all.filter((type) => ontology.relations[type]?.symmetric) };
  typesKnown.set(step, types);
  return types;
}

/** Whether an entity may lie between two others. */
export function throughPredicate(traversal: Traversal, entity: Cypher): Cypher {
  const { maxDegree } = traversal;
  const small = cypher`${degreeOf(entity)} <= ${parameter('maxDegree', maxDegree)}`;
  return all([likePredicate(traversal, entity), ...(maxDegree === undefined ? [] : [small])]);
}

/** Whether an entity would lie between two others if it had fewer relations. */
export function hubPredicate(traversal: Traversal, entity: Cypher): Cypher {
  const large = cypher`${degreeOf(entity)} > ${parameter('maxDegree', traversal.maxDegree)}`;
  return all([likePredicate(traversal, entity), large]);
}

function likePredicate({ ontology, through, avoid, view }: Traversal, entity: Cypher): Cypher {
  return all([
    ...(through ? [entityPredicate({ ontology, view }, entity, through)] : []),
    ...(avoid ? [not(cypher`${entity}.key IN ${parameter('avoid', avoid)}`)] : []),
  ]);
}
