import { z } from 'zod';
import { UserInputError } from '../errors.ts';
import { type Cypher, cypher, joined, parameter } from './cypher.ts';
import { all, some } from './filters/logic.ts';

/** One column of an order. Absent values come last, whichever the direction. */
export interface SortColumn {
  /** Distinguishes orders in cursors: the field's name. */
  readonly name: string;
  readonly value: Cypher;
  readonly kind: 'text' | 'number' | 'date';
  readonly descending: boolean;
}

type SortValue = string | number | null;

/** One page of a list in key set order: those after, or before, the row that a cursor names. */
export interface PageRequest {
  /** Infinity for all rows. */
  readonly size: number;
  readonly backward: boolean;
  readonly cursor: readonly SortValue[] | null;
}

/** The columns' values as a list that {@link encodeCursor} takes. */
export function sortValues(columns: readonly SortColumn[]): Cypher {
  const values = columns.map(({ value, kind }) =>
    kind === 'date' ? cypher`toString(${value})` : value,
  );
  return cypher`[${joined(values, cypher`, `)}]`;
}

/** Neo4j sorts absent values last where it ascends, and first where it descends. */
export function orderBy(columns: readonly SortColumn[], backward: boolean): Cypher {
  const terms = columns.flatMap(({ value, descending }) => {
    const direction = descending === backward ? cypher`` : cypher` DESC`;
    const absentLast = cypher`${value} IS NULL${backward ? cypher` DESC` : cypher``}`;
    return [...(descending ? [absentLast] : []), cypher`${value}${direction}`];
  });
  return cypher`ORDER BY ${joined(terms, cypher`, `)}`;
}

/** Whether a row lies on the asked side of the cursor's row; the row itself does not. */
export function beyond(
  columns: readonly SortColumn[],
  cursor: readonly SortValue[],
  backward: boolean,
): Cypher {
  return some(
    columns.map((column, index) =>
      all([
        ...columns.slice(0, index).map((before, i) => same(before, cursor[i] ?? null)),
        further(column, cursor[index] ?? null, backward),
      ]),
    ),
  );
}

function same({ value, kind }: SortColumn, bound: SortValue): Cypher {
  return bound === null ? cypher`${value} IS NULL` : cypher`${value} = ${boundary(kind, bound)}`;
}

function further({ value, kind, descending }: SortColumn, bound: SortValue, backward: boolean) {
  if (bound === null) return backward ? cypher`${value} IS NOT NULL` : cypher`false`;
  const comparison =
    descending === backward
      ? cypher`${value} > ${boundary(kind, bound)}`
      : cypher`${value} < ${boundary(kind, bound)}`;
  return backward ? comparison : cypher`(${comparison} OR ${value} IS NULL)`;
}

function boundary(kind: SortColumn['kind'], bound: SortValue): Cypher {
  return kind === 'date' ? cypher`date(${parameter('bound', bound)})` : parameter('bound', bound);
}

const Cursor = z.tuple([z.string()]).rest(z.union([z.string(), z.number(), z.null()]));

export function encodeCursor(columns: readonly SortColumn[], values: readonly SortValue[]): string {
  return Buffer.from(JSON.stringify([signature(columns), ...values])).toString('base64url');
}

/** Throws {@link UserInputError} for what is no cursor, or one of another order. */
export function decodeCursor(columns: readonly SortColumn[], cursor: string): SortValue[] {
  const parsed = Cursor.safeParse(jsonOf(Buffer.from(cursor, 'base64url').toString()));
  if (!parsed.success) {
    throw new UserInputError('This is no cursor. Take it from pageInfo or an edge of this list.');
  }
  const [order, ...values] = parsed.data;
  const whole = values.length === columns.length && values.at(-1) !== null;
  if (
    !whole ||
    order !== signature(columns) ||
    !values.every((value, i) => fits(columns[i], value))
  ) {
    throw new UserInputError(
      'This cursor belongs to another order. Ask for the first page in the new order without it.',
    );
  }
  return values;
}

function signature(columns: readonly SortColumn[]): string {
  return columns.map(({ name, descending }) => `${descending ? '-' : ''}${name}`).join();
}

function fits(column: SortColumn | undefined, value: SortValue): boolean {
  if (!column) return false;
  if (value === null) return true;
  if (column.kind === 'date') return z.iso.date().safeParse(value).success;
  return typeof value === (column.kind === 'text' ? 'string' : 'number');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
