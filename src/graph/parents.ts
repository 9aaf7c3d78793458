import { type Cypher, cypher, parameter } from './cypher.ts';
import type { Parents } from './page.ts';

/** What lists hang on. */
export type ParentKind = 'entity' | 'document' | 'relation' | 'statement' | 'conflict';

/** Finds parents by their keys, or ids, under a variable. */
export function parentsWith(kind: ParentKind, keys: readonly string[], variable: Cypher): Parents {
  return {
    variable,
    find: cypher`UNWIND ${parameter('parents', keys)} AS parentKey
${finders[kind](variable)}`,
    key: identified.has(kind) ? cypher`${variable}.id` : cypher`${variable}.key`,
  };
}

const identified: ReadonlySet<ParentKind> = new Set(['relation', 'statement', 'conflict']);

const finders: Record<ParentKind, (variable: Cypher) => Cypher> = {
  entity: (entity) => cypher`MATCH (${entity}:Entity {key: parentKey})`,
  document: (document) => cypher`MATCH (${document}:Document {key: parentKey})`,
  statement: (statement) => cypher`MATCH (${statement}:Statement {id: parentKey})`,
  conflict: (conflict) => cypher`MATCH (${conflict}:Conflict {id: parentKey})`,
  // What hangs on a relation is found by its id alone.
  relation: (relation) => cypher`WITH {id: parentKey} AS ${relation}`,
};
