import { z } from 'zod';
import { type Agreement, agreement, agreements } from '../../schema/claims/agreement.ts';
import { isEverything, type View } from '../../schema/claims/view.ts';
import type { Ontology } from '../../schema/ontology/define.ts';
import type { GraphReader } from './client.ts';
import { cypher, parameter } from './cypher.ts';
import { entitledTo } from './entitled.ts';
import { statementInView } from './filters/view.ts';
import type { Loaders } from './loaders.ts';
import { compileQuestion, question } from './question.ts';
import { type ClaimColumns, claimOf, StatementRow, statementColumns } from './rows/statement.ts';

interface Asked {
  readonly ontology: Ontology;
  readonly ids: readonly string[];
  readonly view: View;
}

/**
 * The other statements of the view about the relation or attribute that a statement is about, and
 * whose later word on it replaces an earlier one.
 */
export const comparableStatements = question({
  name: 'comparable-statements',
  row: z.object({
    id: z.string(),
    others: z.array(StatementRow),
    entitled: z.array(z.string()),
  }),
  ask: ({ ontology, ids, view }: Asked) => {
    const other = cypher`other`;
    const there = isEverything(view) ? cypher`true` : statementInView(other, view);
    return cypher`UNWIND ${parameter('ids', ids)} AS id
MATCH (statement:Statement {id: id})-[:SUBJECT]->(subject:Entity)
CALL (statement, subject) {
  MATCH (subject)<-[:SUBJECT]-(other:Statement)
  WHERE other.predicate = statement.predicate AND NOT EXISTS { (statement)-[:OBJECT]->() }
  RETURN other
  UNION ALL
  MATCH (other:Statement {relationId: coalesce(statement.relationId, statement.deniedRelationId)})
  RETURN other
  UNION ALL
  MATCH (other:Statement {deniedRelationId: coalesce(statement.relationId, statement.deniedRelationId)})
  RETURN other
}
WITH id, statement, subject, other
WHERE other <> statement AND ${there}
WITH id, subject, other ORDER BY other.published, other.id
WITH id, subject, collect(${statementColumns(other)}) AS others
RETURN id, others, ${entitledTo(ontology, cypher`subject`, view)} AS entitled`;
  },
});

/** Another statement, and how it stands to one. */
export interface StatementAgreement {
  readonly agreement: Agreement;
  readonly statement: StatementRow;
}

/** How the other statements of the view stand to one; those that do not meet it left out. */
export async function agreementsOf(
  { client, loaders, ontology }: { client: GraphReader; loaders: Loaders; ontology: Ontology },
  statement: ClaimColumns,
  view: View,
): Promise<StatementAgreement[]> {
  const { others, entitled } = await loaders.batch<z.infer<typeof comparableStatements.row>>(
    ['comparable-statements', view],
    statement.id,
    async (ids) => {
      const rows = await client.read(
        compileQuestion(comparableStatements, { ontology, ids, view }),
      );
      return new Map(rows.map((row) => [row.id, row]));
    },
    { id: statement.id, others: [], entitled: [] },
  );
  const claim = claimOf(statement);
  const revisers = new Set(entitled);
  const found = others.flatMap((other) => {
    const stands = agreement(claim, claimOf(other), ontology, revisers);
    return stands === null ? [] : [{ agreement: stands, statement: other }];
  });
  const rank = ({ agreement: stands }: StatementAgreement) => agreements.indexOf(stands);
  return found.sort((a, b) => rank(a) - rank(b));
}
