import { cypher } from '../cypher.ts';
import { type DocumentFilter, documentPredicate } from '../filters/documents.ts';
import { documentOrder, type Order, sortColumns } from '../orders.ts';
import type { ListSource } from '../page.ts';
import { DocumentRow, documentColumns } from '../rows/document.ts';

export interface DocumentList {
  readonly filter?: DocumentFilter | undefined;
  readonly orders: readonly Order[];
}

const document = cypher`document`;

export function documentList({ filter, orders }: DocumentList): ListSource<DocumentRow> {
  return {
    name: 'documents',
    match: cypher`MATCH (document:Document)`,
    where: filter ? documentPredicate(document, filter) : cypher`true`,
    columns: sortColumns(documentOrder, orders, document, cypher`document.key`),
    returns: documentColumns(document),
    item: DocumentRow,
  };
}
