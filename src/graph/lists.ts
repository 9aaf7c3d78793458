import { UserInputError } from '../errors.ts';
import type { Cypher } from './cypher.ts';
import { decodeCursor, encodeCursor, type PageRequest, type SortColumn } from './keyset.ts';
import type { Loaders } from './loaders.ts';
import { countOf, type ListRow, type ListSource, outsideOf, pageOf } from './page.ts';
import { type ParentKind, parentsWith } from './parents.ts';
import type { GraphReader } from './reader.ts';

/** The arguments of a Relay connection. */
export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

export interface RowOfPage<Item> {
  readonly item: Item;
  /** Made when it is asked for. */
  cursor(): string | Promise<string>;
}

/** A page of a list that is not counted. */
export interface UncountedPage<Item> {
  readonly edges: readonly RowOfPage<Item>[];
  readonly hasNextPage: () => boolean | Promise<boolean>;
  readonly hasPreviousPage: () => boolean | Promise<boolean>;
}

export interface Page<Item> extends UncountedPage<Item> {
  /** Asked of the database only when called. */
  readonly totalCount: () => number | Promise<number>;
}

/** A list as its items are found, given the variable of its parent. */
export type ListUnder<Item> = (parent: Cypher) => ListSource<Item>;

/** A list, and the variable under which it sees its parent. */
export interface ListBelow<Item> {
  readonly source: ListSource<Item>;
  readonly above: Cypher;
}

/** Which list, of which parent: lists with one identity are loaded for all their parents at once. */
export interface ListPlace {
  /** What makes up the source, as JSON values. */
  readonly identity: unknown;
  readonly parent: { readonly kind: ParentKind; readonly key: string };
}

/** Throws {@link UserInputError} where the arguments do not go together. */
export async function listPage<Item>(
  { client, loaders }: { client: GraphReader; loaders: Loaders },
  { source, above }: ListBelow<Item>,
  { identity, parent }: ListPlace,
  args: PageArguments,
  defaultSize: number,
): Promise<Page<Item>> {
  const parents = (keys: readonly string[]) => parentsWith(parent.kind, keys, above);
  const page = pageRequest(source.columns, args, defaultSize);
  const load = <Value>(
    what: readonly unknown[],
    ask: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
    absent: Value,
  ) => loaders.batch([...what, source.name, identity], parent.key, ask, absent);

  const rows = await load<readonly ListRow<Item>[]>(
    ['page', page],
    async (keys) => byParent(await client.read(pageOf(source, page, parents(keys)))),
    [],
  );
  return pageFrom(rows, page, source.columns, {
    outside: () =>
      load(
        ['outside', page],
        async (keys) => {
          const found = await client.read(outsideOf(source, page, parents(keys)));
          return new Map(found.map((row) => [row.parent ?? '', row.found]));
        },
        false,
      ),
    total: () =>
      load(
        ['count'],
        async (keys) => {
          const counts = await client.read(countOf(source, parents(keys)));
          return new Map(counts.map((row) => [row.parent ?? '', row.count]));
        },
        0,
      ),
  });
}

interface Beyond {
  /** Whether rows lie on the other side of the page's cursor. */
  readonly outside: () => boolean | Promise<boolean>;
  readonly total: () => number | Promise<number>;
}

/** A page from its rows in the order in which they were read, one more than it shows if there is. */
export function pageFrom<Item>(
  rows: readonly Pick<ListRow<Item>, 'sort' | 'item'>[],
  { size, backward, cursor }: PageRequest,
  columns: readonly SortColumn[],
  { outside, total }: Beyond,
): Page<Item> {
  const shown = rows.slice(0, size).map(({ sort, item }) => new KeysetEdge(columns, sort, item));
  if (backward) shown.reverse();
  const more = rows.length > size;
  const beyond = () => cursor !== null && outside();
  return {
    edges: shown,
    hasNextPage: () => (backward ? beyond() : more),
    hasPreviousPage: () => (backward ? more : beyond()),
    totalCount: total,
  };
}

/** Its cursor is made when somebody asks for it. */
class KeysetEdge<Item> {
  readonly item: Item;
  readonly #columns: readonly SortColumn[];
  readonly #sort: ListRow<Item>['sort'];

  constructor(columns: readonly SortColumn[], sort: ListRow<Item>['sort'], item: Item) {
    this.#columns = columns;
    this.#sort = sort;
    this.item = item;
  }

  cursor(): string {
    return encodeCursor(this.#columns, this.#sort);
  }
}

/** Throws {@link UserInputError} where the arguments do not go together. */
export function pageRequest(
  columns: readonly SortColumn[],
  { first, after, last, before }: PageArguments,
  defaultSize: number,
): PageRequest {
  if (first != null && last != null) {
    throw new UserInputError("'first' and 'last' exclude each other. Give one of them.");
  }
  const backward = last != null || (before != null && first == null);
  if ((backward ? after : before) != null) {
    throw new UserInputError("'after' goes with 'first', 'before' with 'last'.");
  }
  const cursor = backward ? before : after;
  return {
    size: first ?? last ?? defaultSize,
    backward,
    cursor: cursor == null ? null : decodeCursor(columns, cursor),
  };
}

function byParent<Item>(rows: readonly ListRow<Item>[]): Map<string, ListRow<Item>[]> {
  const groups = new Map<string, ListRow<Item>[]>();
  for (const row of rows) {
    const parent = row.parent ?? '';
    const group = groups.get(parent);
    if (group) group.push(row);
    else groups.set(parent, [row]);
  }
  return groups;
}
