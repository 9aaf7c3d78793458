import { type Cypher, cypher, parameter } from './cypher.ts';
import { finders } from './finders.ts';
import type { Parents } from './page.ts';
import type { RowKind } from './rows/kinds.ts';

/** What lists hang on. */
export type ParentKind = RowKind;

/** Finds parents by their keys, or ids, under a variable. */
export function parentsWith(kind: ParentKind, keys: readonly string[], variable: Cypher): Parents {
  return {
    variable,
    find: cypher`UNWIND ${parameter('parents', keys)} AS ${parentKey}
${parentFinders[kind](variable, parentKey)}`,
    key: identified.has(kind) ? cypher`${variable}.id` : cypher`${variable}.key`,
  };
}

const identified: ReadonlySet<ParentKind> = new Set(['relation', 'statement', 'conflict']);

const parentKey = cypher`parentKey`;

const parentFinders: typeof finders = {
  ...finders,
  // What hangs on a relation is found by its id alone.
  relation: (relation, id) => cypher`WITH {id: ${id}} AS ${relation}`,
};
