import { cypher } from '../cypher.ts';
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
  return {
    value: (row) => {
      source = list(row);
      const sort = wishes.cursors ? sortValues(source.columns) : cypher`null`;
      const outside =
        wishes.neighbours && page.cursor
          ? cypher`EXISTS { ${outsideMatch(source, page)} }`
          : cypher`null`;
      const total = wishes.total
        ? cypher`COUNT { ${source.match} WHERE ${source.where} }`
        : cypher`null`;
      return cypher`[COLLECT { ${pageRows(source, page, wishes.neighbours)} RETURN [${sort}, ${source.item.value()}] }, ${outside}, ${total}]`;
    },
    read: (raw) => {
      const [rows, outside, total] = raw as [[never, never][], boolean | null, number | null];
      const { columns, item } = source as ListSource<Item>;
      return pageFrom(
        rows.map(([sort, values]) => ({ sort, item: item.read(values) })),
        page,
        columns,
        { outside: () => outside === true, total: () => total ?? 0 },
      );
    },
  };
}
