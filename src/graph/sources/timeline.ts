import type { View } from '../../../schema/claims/view.ts';
import type { Ontology } from '../../../schema/ontology/define.ts';
import { cypher } from '../cypher.ts';
import { all } from '../filters/logic.ts';
import type { SortColumn } from '../keyset.ts';
import type { ListSource } from '../page.ts';
import type { WindowRow } from '../rows/relation.ts';
import type { StatementRow } from '../rows/statement.ts';
import { statementList } from './statements.ts';

/**
 * The statements that mention each parent entity, by the time that they speak of: where their value is
 * a time that, else the time in which they hold. It counts from its first day, from its last where it
 * has no first; what has neither is left out.
 */
export function timelineList(ontology: Ontology, view: View): ListSource<StatementRow> {
  const source = statementList({ ontology, scope: 'entity', view, orders: [] });
  const day = cypher`CASE WHEN statement.valueTime IS NULL THEN coalesce(statement.timeEarliest, statement.timeLatest) ELSE coalesce(statement.valueTimeEarliest, statement.valueTimeLatest) END`;
  const time: SortColumn = { name: 'TIME', value: day, kind: 'date', descending: false };
  return {
    ...source,
    name: 'timeline',
    where: all([source.where, cypher`${day} IS NOT NULL`]),
    columns: [time, ...source.columns],
  };
}

/** The time that a statement speaks of. */
export function timeSpokenOf({
  value,
  time,
}: Pick<StatementRow, 'value' | 'time'>): WindowRow | null {
  return value?.time ?? time;
}
