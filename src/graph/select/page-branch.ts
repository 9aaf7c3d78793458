import { cypher, listOf } from '../cypher.ts';
import { type PageRequest, sortValues } from '../keyset.ts';
import { type ListUnder, pageFrom } from '../lists.ts';
import { type ListSource, outsideMatch, pageRows } from '../page.ts';
import type { Branch } from './branch.ts';

/** What a page is asked for beside its items. */
export interface PageWishes {
  readonly cursors: boolean;
  /** Whether there are rows before and after it. */
  readonly neighbours: boolean;
  readonly total: boolean;
}

/** A page of a list, answered together with the row that it hangs on. */
export function pageBranch<Item>(
  list: ListUnder<Item>,
  page: PageRequest,
  wishes: PageWishes,
): Pick<Branch, 'value' | 'read'> {
  let source: ListSource<Item> | undefined;
  const asksOutside = wishes.neighbours && page.cursor !== null;
  const hasMore = asksOutside || wishes.total;
  return {
    value: (row) => {
      source = list(row);
      // Behind the item's values, so that these begin the list.
      const sort = wishes.cursors ? [sortValues(source.columns)] : [];
      const values = listOf([...source.item.parts(), ...sort]);
      const rows = cypher`COLLECT { ${pageRows(source, page, wishes.neighbours)} RETURN ${values} }`;
      if (!hasMore) return rows;
      const outside = asksOutside ? cypher`EXISTS { ${outsideMatch(source, page)} }` : cypher`null`;
      const total = wishes.total
        ? cypher`COUNT { ${source.match} WHERE ${source.where} }`
        : cypher`null`;
      return cypher`[${rows}, ${outside}, ${total}]`;
    },
    read: (raw) => {
      const [rows, outside, total] = (hasMore ? raw : [raw, null, null]) as [
        unknown[][],
        boolean | null,
        number | null,
      ];
      const { columns, item } = source as ListSource<Item>;
      return pageFrom(
        rows.map((values) => ({
          sort: (wishes.cursors ? values.at(-1) : null) as never,
          item: item.read(values),
        })),
        page,
        columns,
        { outside: () => outside === true, total: () => total ?? 0 },
      );
    },
  };
}
