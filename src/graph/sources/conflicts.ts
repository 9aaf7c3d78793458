import { isEverything, type View } from '../../../schema/claims/view.ts';
import type { Ontology } from '../../../schema/ontology/define.ts';
import { type Cypher, cypher, variable } from '../cypher.ts';
import { type ConflictFilter, conflictPredicate } from '../filters/conflicts.ts';
import { contradictionInView } from '../filters/view.ts';
import { conflictOrder, sortColumns } from '../orders.ts';
import { itemOf, type ListSource } from '../page.ts';
import type { ConflictRow } from '../rows/conflict.ts';
import type { Shape } from '../select/shape.ts';

export interface ConflictList {
  readonly ontology: Ontology;
  readonly filter?: ConflictFilter | undefined;
  readonly view?: View | undefined;
  readonly shape: Shape<ConflictRow>;
}

/** All conflicts, by what they are about. */
export function conflictList({
  ontology,
  filter = {},
  view,
  shape,
}: ConflictList): ListSource<ConflictRow> {
  const conflict = variable('conflict');
  return {
    name: 'conflicts',
    match: cypher`MATCH (${conflict}:Conflict)`,
    where: conflictPredicate({ ontology, view }, conflict, filter),
    ...byName(conflict, shape),
  };
}

/** The conflicts of the view that a statement takes part in. */
export function conflictsOfStatement(
  { view, shape }: { readonly view: View; readonly shape: Shape<ConflictRow> },
  statement: Cypher,
): ListSource<ConflictRow> {
  const conflict = variable('conflict');
  return {
    name: 'conflicts-of-statement',
    match: cypher`MATCH (${statement})<-[:BETWEEN]-(${conflict}:Conflict)`,
    where: isEverything(view) ? cypher`true` : contradictionInView(statement, view),
    ...byName(conflict, shape),
  };
}

function byName(conflict: Cypher, shape: Shape<ConflictRow>) {
  const order = [{ field: 'NAME', direction: 'ASC' as const }];
  return {
    columns: sortColumns(conflictOrder, order, conflict, cypher`${conflict}.id`),
    item: itemOf(shape, conflict),
  };
}
