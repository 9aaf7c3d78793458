import { z } from 'zod';
import { type Cypher, compileCypher, cypher, parameter } from './cypher.ts';
import { all, not } from './filters/logic.ts';
import { beyond, orderBy, type PageRequest, type SortColumn, sortValues } from './keyset.ts';
import type { CompiledQuestion } from './question.ts';

/** A list that can be paged, counted and looked beyond, at the root or under many parents at once. */
export interface ListSource<Item> {
  readonly name: string;
  /** Finds the parents with keys in `parents`, as `parent`; absent at the root. */
  readonly parents?: (keys: readonly string[]) => Cypher;
  /** Binds the variables of one item; sees `parent`. */
  readonly match: Cypher;
  readonly where: Cypher;
  readonly columns: readonly SortColumn[];
  /** A map in the shape of `item`. */
  readonly returns: Cypher;
  readonly item: z.ZodType<Item>;
}

export interface ListRow<Item> {
  /** Key of the parent; null at the root. */
  readonly parent: string | null;
  readonly sort: (string | number | null)[];
  readonly item: Item;
}

const sort = z.array(z.union([z.string(), z.number(), z.null()]));

/** One row more than the page holds tells whether there is a next one. */
export function pageOf<Item>(
  source: ListSource<Item>,
  page: PageRequest,
  parents: readonly string[],
): CompiledQuestion<ListRow<Item>> {
  const after = page.cursor ? [beyond(source.columns, page.cursor, page.backward)] : [];
  const order = orderBy(source.columns, page.backward);
  const rows = cypher`${source.match} WHERE ${all([source.where, ...after])}
  RETURN ${sortValues(source.columns)} AS sort, ${source.returns} AS item
  ${order} LIMIT toInteger(${parameter('limit', page.size + 1)})`;
  return compiled(source, 'page', rows, cypher`sort, item`, parents, {
    sort,
    item: source.item,
  });
}

export function countOf<Item>(
  source: ListSource<Item>,
  parents: readonly string[],
): CompiledQuestion<{ parent: string | null; count: number }> {
  const rows = cypher`${source.match} WHERE ${source.where} RETURN count(*) AS count`;
  return compiled(source, 'count', rows, cypher`count`, parents, { count: z.number() });
}

/** Whether rows lie on this side of the cursor: what a page that starts there cannot see. */
export function outsideOf<Item>(
  source: ListSource<Item>,
  page: PageRequest,
  parents: readonly string[],
): CompiledQuestion<{ parent: string | null; found: boolean }> {
  const inside = page.cursor ? beyond(source.columns, page.cursor, page.backward) : cypher`true`;
  const rows = cypher`${source.match} WHERE ${all([source.where, not(inside)])}
  WITH 1 AS one LIMIT 1 RETURN count(*) > 0 AS found`;
  return compiled(source, 'outside', rows, cypher`found`, parents, { found: z.boolean() });
}

function compiled<Row>(
  source: ListSource<unknown>,
  suffix: string,
  rows: Cypher,
  names: Cypher,
  parents: readonly string[],
  shape: z.ZodRawShape,
): CompiledQuestion<Row> {
  const text = source.parents
    ? cypher`${source.parents(parents)}
CALL (parent) {
  ${rows}
}
RETURN parent.key AS parent, ${names}`
    : cypher`CALL () {
  ${rows}
}
RETURN null AS parent, ${names}`;
  return {
    name: `${source.name}-${suffix}`,
    row: z.object({ parent: z.string().nullable(), ...shape }) as unknown as z.ZodType<Row>,
    ...compileCypher(text),
  };
}
