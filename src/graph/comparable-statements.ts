import { z } from 'zod';
import { type Agreement, agreement, agreements } from '../../schema/claims/agreement.ts';
import type { View } from '../../schema/claims/view.ts';
import type { Ontology } from '../../schema/ontology/define.ts';
import { compileCypher, cypher, parameter } from './cypher.ts';
import { entitledTo } from './entitled.ts';
import { statementInView } from './filters/view.ts';
import type { Loaders } from './loaders.ts';
import type { CompiledQuestion } from './question.ts';
import type { GraphReader } from './reader.ts';
import { catalogueOf } from './rows/kinds.ts';
import { type ClaimColumns, claimOf, type StatementRow } from './rows/statement.ts';
import { wholeShape } from './select/shape.ts';

interface Comparable {
  readonly id: string;
  readonly others: StatementRow[];
  /** Keys of entities. */
  readonly entitled: string[];
}

/**
 * The other statements of the view about the relation or attribute that each statement is about, and
 * whose later word on it replaces an earlier one.
 */
export function comparableStatements(
  ontology: Ontology,
  ids: readonly string[],
  view: View,
): CompiledQuestion<Comparable> {
  const statements = wholeShape(catalogueOf('statement', ontology));
  const other = cypher`other`;
  return {
    name: 'comparable-statements',
    row: z.object({
      id: z.string(),
      others: z.array(statements.schema),
      entitled: z.array(z.string()),
    }),
    read: ({ id, others, entitled }) => ({
      ...{ id: String(id), entitled: entitled as string[] },
      others: (others as unknown[][]).map((values) => statements.read(values)),
    }),
    ...compileCypher(cypher`UNWIND ${parameter('ids', ids)} AS id
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
WHERE other <> statement AND ${statementInView(other, view)}
WITH id, subject, other ORDER BY other.published, other.id
WITH id, subject, collect(${statements.values(other)}) AS others
RETURN id, others, ${entitledTo(ontology, cypher`subject`, view)} AS entitled`),
  };
}

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
  const { others, entitled } = await loaders.batch<Comparable>(
    ['comparable-statements', view],
    statement.id,
    async (ids) => {
      const rows = await client.read(comparableStatements(ontology, ids, view));
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
