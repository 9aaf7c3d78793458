import { type Cypher, cypher, variable } from '../cypher.ts';
import { all } from '../filters/logic.ts';
import type { SortColumn } from '../keyset.ts';
import type { ListSource } from '../page.ts';
import type { WindowRow } from '../rows/relation.ts';
import type { StatementRow } from '../rows/statement.ts';
import { type StatementList, statementsFound } from './statements.ts';

/**
 * The statements that mention an entity, by the time that they speak of: where their value is a time
 * that, else the time in which they hold. It counts from its first day, from its last where it has no
 * first; what has neither is left out.
 */
export function timelineList(
  list: Pick<StatementList, 'ontology' | 'view' | 'shape'>,
  entity: Cypher,
): ListSource<StatementRow> {
  const statement = variable('statement');
  const source = statementsFound({ ...list, scope: 'entity', orders: [] }, statement, entity);
  const day = cypher`CASE WHEN ${statement}.valueTime IS NULL THEN coalesce(${statement}.timeEarliest, ${statement}.timeLatest) ELSE coalesce(${statement}.valueTimeEarliest, ${statement}.valueTimeLatest) END`;
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
