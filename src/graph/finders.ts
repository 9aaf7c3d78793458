import { type Cypher, cypher } from './cypher.ts';
import type { RowKind } from './rows/kinds.ts';

/**
 * MATCH that binds the row whose key, or id, an expression gives. A relation's id begins with the keys
 * of its ends, which have an index for all types together.
 */
export const finders: Record<RowKind, (row: Cypher, key: Cypher) => Cypher> = {
  entity: (entity, key) => cypher`MATCH (${entity}:Entity {key: ${key}})`,
  document: (document, key) => cypher`MATCH (${document}:Document {key: ${key}})`,
  statement: (statement, id) => cypher`MATCH (${statement}:Statement {id: ${id}})`,
  conflict: (conflict, id) => cypher`MATCH (${conflict}:Conflict {id: ${id}})`,
  relation: (relation, id) =>
    cypher`MATCH (:Entity {key: split(${id}, ':')[0]})-[${relation}]->(:Entity {key: split(${id}, ':')[2]}) WHERE ${relation}.id = ${id}`,
};
