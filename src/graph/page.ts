import { z } from 'zod';
import { type Cypher, compileCypher, cypher, listOf, parameter } from './cypher.ts';
import { all, not } from './filters/logic.ts';
import { beyond, orderBy, type PageRequest, type SortColumn, sortValues } from './keyset.ts';
import type { CompiledQuestion } from './question.ts';
import type { Shape } from './select/shape.ts';

/** A list that can be paged, counted and looked beyond, at the root or under a parent. */
export interface ListSource<Item> {
  readonly name: string;
  /** Binds the variables of one item; sees the parent's. */
  readonly match: Cypher;
  readonly where: Cypher;
  readonly columns: readonly SortColumn[];
  readonly item: ListItem<Item>;
}

export interface ListItem<Item> {
  /** What is asked for, value by value: all that hangs on the item, so it is made where it is needed. */
  readonly parts: () => readonly Cypher[];
  /** From a list that begins with the values. */
  readonly read: (values: readonly unknown[]) => Item;
  readonly schema: z.ZodType<Item>;
}

/** An item that is one row. */
export function itemOf<Row>(shape: Shape<Row>, row: Cypher): ListItem<Row> {
  return {
    parts: () => shape.parts(row),
    read: (values) => shape.read(values),
    schema: shape.schema,
  };
}

/** How the parents of a list are found by their keys, and the variable under which it sees them. */
export interface Parents {
  readonly variable: Cypher;
  readonly find: Cypher;
  /** An expression. */
  readonly key: Cypher;
}

export interface ListRow<Item> {
  /** Key of the parent; null at the root. */
  readonly parent: string | null;
  readonly sort: (string | number | null)[];
  readonly item: Item;
}

const sortSchema = z.array(z.union([z.string(), z.number(), z.null()]));

export function pageOf<Item>(
  source: ListSource<Item>,
  page: PageRequest,
  parents: Parents | null,
): CompiledQuestion<ListRow<Item>> {
  const rows = cypher`${pageRows(source, page, true)}
  RETURN ${sortValues(source.columns)} AS sort, ${listOf(source.item.parts())} AS item`;
  return {
    ...compiled(source, 'page', rows, cypher`sort, item`, parents, {
      sort: sortSchema,
      item: source.item.schema,
    }),
    read: (row) =>
      ({ ...row, item: source.item.read(row.item as readonly unknown[]) }) as ListRow<Item>,
  };
}

/**
 * The rows of one page in order, cut before anything is asked of them; and one more to tell whether
 * there is a next page, where that is asked for: all that hangs on it would be fetched in vain.
 */
export function pageRows(
  source: ListSource<unknown>,
  page: PageRequest,
  andOneMore: boolean,
): Cypher {
  const after = page.cursor ? [beyond(source.columns, page.cursor, page.backward)] : [];
  const limit = Number.isFinite(page.size)
    ? cypher` LIMIT toInteger(${parameter('limit', page.size + (andOneMore ? 1 : 0))})`
    : cypher``;
  return cypher`${source.match} WHERE ${all([source.where, ...after])}
  WITH * ${orderBy(source.columns, page.backward)}${limit}`;
}

export function countOf(
  source: ListSource<unknown>,
  parents: Parents | null,
): CompiledQuestion<{ parent: string | null; count: number }> {
  const rows = cypher`${source.match} WHERE ${source.where} RETURN count(*) AS count`;
  return compiled(source, 'count', rows, cypher`count`, parents, { count: z.number() });
}

/** Whether rows lie on this side of the cursor: what a page that starts there cannot see. */
export function outsideOf(
  source: ListSource<unknown>,
  page: PageRequest,
  parents: Parents | null,
): CompiledQuestion<{ parent: string | null; found: boolean }> {
  const rows = cypher`${outsideMatch(source, page)}
  WITH 1 AS one LIMIT 1 RETURN count(*) > 0 AS found`;
  return compiled(source, 'outside', rows, cypher`found`, parents, { found: z.boolean() });
}

/** MATCH and WHERE of what lies on the cursor's other side, its own row included. */
export function outsideMatch(source: ListSource<unknown>, page: PageRequest): Cypher {
  const inside = page.cursor ? beyond(source.columns, page.cursor, page.backward) : cypher`true`;
  return cypher`${source.match} WHERE ${all([source.where, not(inside)])}`;
}

function compiled<Row>(
  { name }: ListSource<unknown>,
  suffix: string,
  rows: Cypher,
  names: Cypher,
  parents: Parents | null,
  shape: z.ZodRawShape,
): CompiledQuestion<Row> {
  const text = parents
    ? cypher`${parents.find}
CALL (${parents.variable}) {
  ${rows}
}
RETURN ${parents.key} AS parent, ${names}`
    : cypher`CALL () {
  ${rows}
}
RETURN null AS parent, ${names}`;
  return {
    name: `${name}-${suffix}`,
    row: z.object({ parent: z.string().nullable(), ...shape }) as unknown as z.ZodType<Row>,
    ...compileCypher(text),
  };
}
