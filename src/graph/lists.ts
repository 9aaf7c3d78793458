import { UserInputError } from '../errors.ts';
import type { GraphReader } from './client.ts';
import { decodeCursor, encodeCursor, type PageRequest } from './keyset.ts';
import type { Loaders } from './loaders.ts';
import { countOf, type ListRow, type ListSource, outsideOf, pageOf } from './page.ts';

/** The arguments of a Relay connection. */
export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

export interface RowOfPage<Item> {
  /** Made when it is asked for. */
  readonly cursor: () => string | Promise<string>;
  readonly item: Item;
}

/** A page of a list that is not counted. */
export interface UncountedPage<Item> {
  readonly edges: readonly RowOfPage<Item>[];
  readonly hasNextPage: () => boolean | Promise<boolean>;
  readonly hasPreviousPage: () => boolean | Promise<boolean>;
}

export interface Page<Item> extends UncountedPage<Item> {
  /** Asked of the database only when called. */
  readonly totalCount: () => Promise<number>;
}

/** Which list, of which parent: lists with one identity are loaded for all their parents at once. */
export interface ListPlace {
  /** The arguments that make up the source, as JSON values. */
  readonly identity: unknown;
  /** Key of the parent; null at the root. */
  readonly parent: string | null;
}

export async function listPage<Item>(
  { client, loaders }: { client: GraphReader; loaders: Loaders },
  source: ListSource<Item>,
  { identity, parent }: ListPlace,
  args: PageArguments,
  defaultSize: number,
): Promise<Page<Item>> {
  const page = pageRequest(source, args, defaultSize);
  const load = <Value>(
    what: string,
    ask: (keys: readonly string[]) => Promise<Map<string, Value>>,
    absent: Value,
  ) => loaders.batch([what, source.name, identity, page], parent ?? '', ask, absent);

  const rows = await load<readonly ListRow<Item>[]>(
    'page',
    async (keys) => byParent(await client.read(pageOf(source, page, keys))),
    [],
  );
  const shown = rows.slice(0, page.size);
  if (page.backward) shown.reverse();
  const more = rows.length > page.size;
  const outside = () =>
    page.cursor !== null &&
    load(
      'outside',
      async (keys) => {
        const found = await client.read(outsideOf(source, page, keys));
        return new Map(found.map((row) => [row.parent ?? '', row.found]));
      },
      false,
    );
  return {
    edges: shown.map(({ item, sort }) => ({
      cursor: () => encodeCursor(source.columns, sort),
      item,
    })),
    hasNextPage: () => (page.backward ? outside() : more),
    hasPreviousPage: () => (page.backward ? more : outside()),
    totalCount: () =>
      loaders.batch(
        ['count', source.name, identity],
        parent ?? '',
        async (keys) => {
          const counts = await client.read(countOf(source, keys));
          return new Map(counts.map((row) => [row.parent ?? '', row.count]));
        },
        0,
      ),
  };
}

function pageRequest(
  { columns }: Pick<ListSource<unknown>, 'columns'>,
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
    groups.set(parent, [...(groups.get(parent) ?? []), row]);
  }
  return groups;
}
