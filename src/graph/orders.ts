import { type Cypher, cypher } from './cypher.ts';
import type { SortColumn } from './keyset.ts';

/** What lists can be ordered by, as expressions over one row's variable. */
export type OrderColumns = Readonly<
  Record<string, { readonly kind: SortColumn['kind']; readonly value: (row: Cypher) => Cypher }>
>;

export const entityOrder = {
  NAME: { kind: 'text', value: (e) => cypher`${e}.sortName` },
  RELATION_COUNT: { kind: 'number', value: (e) => cypher`${e}.relationCount` },
  STATEMENT_COUNT: { kind: 'number', value: (e) => cypher`${e}.statementCount` },
  FIRST_REPORTED: { kind: 'date', value: (e) => cypher`${e}.firstReported` },
  LAST_REPORTED: { kind: 'date', value: (e) => cypher`${e}.lastReported` },
} as const satisfies OrderColumns;

export const planOrder = {
  ...entityOrder,
  DUE: { kind: 'date', value: (e) => cypher`${e}.dueDay` },
} as const satisfies OrderColumns;

export const relationOrder = {
  TYPE: { kind: 'text', value: (r) => cypher`type(${r})` },
  FIRST_REPORTED: { kind: 'date', value: (r) => cypher`${r}.firstReported` },
  LAST_REPORTED: { kind: 'date', value: (r) => cypher`${r}.lastReported` },
  STATEMENT_COUNT: { kind: 'number', value: (r) => cypher`${r}.statementCount` },
  SOURCE_COUNT: { kind: 'number', value: (r) => cypher`${r}.independentSourceCount` },
} as const satisfies OrderColumns;

export const statementOrder = {
  PUBLISHED: { kind: 'date', value: (s) => cypher`${s}.published` },
  TIME: { kind: 'date', value: (s) => cypher`${s}.timeEarliest` },
  PASSAGE: { kind: 'number', value: (s) => cypher`${s}.passageStart` },
} as const satisfies OrderColumns;

export const documentOrder = {
  TITLE: { kind: 'text', value: (d) => cypher`${d}.sortName` },
  PUBLISHED: { kind: 'date', value: (d) => cypher`${d}.published` },
} as const satisfies OrderColumns;

export const conflictOrder = {
  NAME: { kind: 'text', value: (c) => cypher`${c}.name` },
} as const satisfies OrderColumns;

/** A column by its name in one of the above, and a direction. */
export interface Order {
  readonly field: string;
  readonly direction: 'ASC' | 'DESC';
}

/** The columns of an order, ended by one that tells every two rows apart. */
export function sortColumns(
  columns: OrderColumns,
  orders: readonly Order[],
  row: Cypher,
  identity: Cypher,
): SortColumn[] {
  const named = orders.map(({ field, direction }) => {
    const column = columns[field];
    if (!column) throw new RangeError(`no order by ${field}`);
    const { kind, value } = column;
    return { name: field, kind, value: value(row), descending: direction === 'DESC' };
  });
  return [...named, { name: 'ID', kind: 'text', value: identity, descending: false }];
}
