import { type Cypher, cypher } from './cypher.ts';

/** Relations of an entity in the whole graph. */
export function degreeOf(entity: Cypher): Cypher {
  return cypher`coalesce(${entity}.relationCount, 0)`;
}
