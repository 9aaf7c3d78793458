import type { View } from '../../../schema/claims/view.ts';
import type { Ontology } from '../../../schema/ontology/define.ts';
import { cypher } from '../cypher.ts';
import { type ConflictFilter, conflictPredicate } from '../filters/conflicts.ts';
import { conflictOrder, sortColumns } from '../orders.ts';
import type { ListSource } from '../page.ts';
import { ConflictRow, conflictColumns } from '../rows/conflict.ts';

export interface ConflictList {
  readonly ontology: Ontology;
  readonly filter?: ConflictFilter | undefined;
  readonly view?: View | undefined;
}

const conflict = cypher`conflict`;

/** By what they are about. */
export function conflictList(list: ConflictList): ListSource<ConflictRow> {
  const { ontology, filter = {}, view } = list;
  const byName = [{ field: 'NAME', direction: 'ASC' as const }];
  return {
    name: 'conflicts',
    match: cypher`MATCH (conflict:Conflict)`,
    where: conflictPredicate({ ontology, view }, conflict, filter),
    columns: sortColumns(conflictOrder, byName, conflict, cypher`conflict.id`),
    returns: conflictColumns(conflict),
    item: ConflictRow,
  };
}
