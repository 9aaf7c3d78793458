import type { View } from '../../../schema/claims/view.ts';
import type { Ontology } from '../../../schema/ontology/define.ts';
import { type Cypher, cypher, variable } from '../cypher.ts';
import { type StatementFilter, statementPredicate } from '../filters/statements.ts';
import { mentionLinks } from '../mentions.ts';
import { type Order, sortColumns, statementOrder } from '../orders.ts';
import { itemOf, type ListSource } from '../page.ts';
import type { StatementRow } from '../rows/statement.ts';
import type { Shape } from '../select/shape.ts';

/** Whose statements: all there are, or those of a parent. */
export type StatementScope = 'all' | 'entity' | 'document' | 'relation' | 'conflict';

export interface StatementList {
  readonly ontology: Ontology;
  readonly scope: StatementScope;
  readonly filter?: StatementFilter | undefined;
  readonly view?: View | undefined;
  readonly orders: readonly Order[];
  readonly shape: Shape<StatementRow>;
}

/** `parent` is not looked at where the scope is all statements. */
export function statementList(list: StatementList, parent: Cypher): ListSource<StatementRow> {
  return statementsFound(list, variable('statement'), parent);
}

/** The same under a variable that conditions and orders may be added to. */
export function statementsFound(
  list: StatementList,
  statement: Cypher,
  parent: Cypher,
): ListSource<StatementRow> {
  const { ontology, scope, filter = {}, view, orders, shape } = list;
  return {
    name: `statements-of-${scope}`,
    match: matches[scope](statement, parent),
    where: statementPredicate({ ontology, view }, statement, filter),
    columns: sortColumns(statementOrder, orders, statement, cypher`${statement}.id`),
    item: itemOf(shape, statement),
  };
}

const matches: Record<StatementScope, (statement: Cypher, parent: Cypher) => Cypher> = {
  all: (statement) => cypher`MATCH (${statement}:Statement)`,
  entity: (statement, entity) => cypher`MATCH (${entity})<-[:${mentionLinks}]-(mention:Statement)
  WITH DISTINCT mention AS ${statement}
  MATCH (${statement})`,
  document: (statement, document) =>
    cypher`MATCH (${document})<-[:IN_DOCUMENT]-(${statement}:Statement)`,
  relation: (statement, relation) =>
    cypher`MATCH (${statement}:Statement {relationId: ${relation}.id})`,
  conflict: (statement, conflict) =>
    cypher`MATCH (${conflict})-[:BETWEEN]->(${statement}:Statement)`,
};
