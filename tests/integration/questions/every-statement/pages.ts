import { variable } from '../../../../src/graph/cypher.ts';
import type { ListUnder } from '../../../../src/graph/lists.ts';
import { countOf, outsideOf, pageOf } from '../../../../src/graph/page.ts';
import { type ParentKind, parentsWith } from '../../../../src/graph/parents.ts';

export interface Listed {
  readonly list: ListUnder<unknown>;
  readonly parent: ParentKind | null;
}

/** The first page, one in each direction, what lies outside it, and the count. */
export function pages(list: ListUnder<unknown>, kind: ParentKind | null, keys: readonly string[]) {
  const parent = variable('parent');
  const source = list(parent);
  const parents = kind && parentsWith(kind, keys, parent);
  const values = source.columns.map((column) =>
    column.kind === 'number' ? 1 : examples[column.kind],
  );
  const page = { size: 20, backward: false, cursor: null };
  return [
    pageOf(source, page, parents),
    pageOf(source, { ...page, cursor: values }, parents),
    pageOf(source, { ...page, backward: true, cursor: values }, parents),
    outsideOf(source, { ...page, cursor: values }, parents),
    countOf(source, parents),
  ];
}

const examples = { text: 'm', date: '2024-01-01' } as const;
