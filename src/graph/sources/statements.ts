import type { View } from '../../../schema/claims/view.ts';
import type { Ontology } from '../../../schema/ontology/define.ts';
import { type Cypher, cypher, parameter } from '../cypher.ts';
import { type StatementFilter, statementPredicate } from '../filters/statements.ts';
import { type Order, sortColumns, statementOrder } from '../orders.ts';
import type { ListSource } from '../page.ts';
import { StatementRow, statementColumns } from '../rows/statement.ts';

/** Whose statements: all there are, or those of each parent. */
export type StatementScope = 'all' | 'entity' | 'document' | 'relation';

export interface StatementList {
  readonly ontology: Ontology;
  readonly scope: StatementScope;
  readonly filter?: StatementFilter | undefined;
  readonly view?: View | undefined;
  readonly orders: readonly Order[];
}

const statement = cypher`statement`;

export function statementList(list: StatementList): ListSource<StatementRow> {
  const { ontology, scope, filter = {}, view, orders } = list;
  return {
    name: `statements-of-${scope}`,
    ...scopes[scope],
    where: statementPredicate({ ontology, view }, statement, filter),
    columns: sortColumns(statementOrder, orders, statement, cypher`statement.id`),
    returns: statementColumns(statement),
    item: StatementRow,
  };
}

const scopes: Record<StatementScope, Pick<ListSource<unknown>, 'match' | 'parents'>> = {
  all: { match: cypher`MATCH (statement:Statement)` },
  entity: {
    parents: (keys) => cypher`${unwound(keys)}
MATCH (parent:Entity {key: parentKey})`,
    match: cypher`MATCH (parent)<-[:SUBJECT|OBJECT|PLACE|COMPARED_TO|ATTRIBUTED_TO]-(mention:Statement)
  WITH DISTINCT mention AS statement
  MATCH (statement)`,
  },
  document: {
    parents: (keys) => cypher`${unwound(keys)}
MATCH (parent:Document {key: parentKey})`,
    match: cypher`MATCH (parent)<-[:IN_DOCUMENT]-(statement:Statement)`,
  },
  relation: {
    parents: (keys) => cypher`${unwound(keys)}
WITH {key: parentKey} AS parent`,
    match: cypher`MATCH (statement:Statement {relationId: parent.key})`,
  },
};

function unwound(keys: readonly string[]): Cypher {
  return cypher`UNWIND ${parameter('parents', keys)} AS parentKey`;
}
