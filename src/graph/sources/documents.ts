import { cypher, variable } from '../cypher.ts';
import { type DocumentFilter, documentPredicate } from '../filters/documents.ts';
import { documentOrder, type Order, sortColumns } from '../orders.ts';
import { itemOf, type ListSource } from '../page.ts';
import type { DocumentRow } from '../rows/document.ts';
import type { Shape } from '../select/shape.ts';

export interface DocumentList {
  readonly filter?: DocumentFilter | undefined;
  readonly orders: readonly Order[];
  readonly shape: Shape<DocumentRow>;
}

export function documentList({ filter, orders, shape }: DocumentList): ListSource<DocumentRow> {
  const document = variable('document');
  return {
    name: 'documents',
    match: cypher`MATCH (${document}:Document)`,
    where: filter ? documentPredicate(document, filter) : cypher`true`,
    columns: sortColumns(documentOrder, orders, document, cypher`${document}.key`),
    item: itemOf(shape, document),
  };
}
