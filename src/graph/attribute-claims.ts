import { z } from 'zod';
import { bestSupported } from '../../schema/claims/best-supported.ts';
import { type Claim, originOf } from '../../schema/claims/claim.ts';
import type { GraphReader } from './client.ts';
import { cypher, parameter } from './cypher.ts';
import type { Loaders } from './loaders.ts';
import { compileQuestion, question } from './question.ts';
import { StatementRow, statementColumns } from './rows/statement.ts';

/** What is said of one attribute of each subject, and whose word on it replaces their earlier one. */
export const attributeClaims = question({
  name: 'attribute-claims',
  row: z.object({
    subject: z.string(),
    statements: z.array(StatementRow),
    entitled: z.array(z.string()),
    announced: z.boolean(),
  }),
  ask: ({ subjects, predicate }: { subjects: readonly string[]; predicate: string }) =>
    cypher`UNWIND ${parameter('subjects', subjects)} AS key
MATCH (subject:Entity {key: key})
RETURN key AS subject,
  COLLECT { MATCH (subject)<-[:SUBJECT]-(statement:Statement {predicate: ${parameter('predicate', predicate)}}) RETURN ${statementColumns(cypher`statement`)} } AS statements,
  [(subject)<-[voice:ANNOUNCED|PURSUES]-(actor:Entity) WHERE voice.modality IN ['FACT', 'ANNOUNCED'] | actor.key] AS entitled,
  EXISTS { MATCH (subject)<-[voice:ANNOUNCED|PURSUES]-(:Entity) WHERE voice.modality IN ['FACT', 'ANNOUNCED'] } AS announced`,
});

export type AttributeClaims = z.infer<typeof attributeClaims.row>;

export function loadAttributeClaims(
  { client, loaders }: { client: GraphReader; loaders: Loaders },
  subject: string,
  predicate: string,
): Promise<AttributeClaims> {
  return loaders.batch<AttributeClaims>(
    ['attribute-claims', predicate],
    subject,
    async (subjects) => {
      const rows = await client.read(compileQuestion(attributeClaims, { subjects, predicate }));
      return new Map(rows.map((row) => [row.subject, row]));
    },
    { subject, statements: [], entitled: [], announced: false },
  );
}

/** The statement with most behind it; null where nothing is affirmed. */
export function bestStatement({ statements, entitled }: AttributeClaims): StatementRow | null {
  const claims = statements.map((statement) => ({ ...claimOf(statement), statement }));
  return bestSupported(claims, new Set(entitled))?.statement ?? null;
}

function claimOf(statement: StatementRow): Claim {
  const { origin, document, saidAt, published } = statement;
  return {
    ...statement,
    origin: originOf(origin, document),
    said: saidAt?.latest ?? published,
  };
}
