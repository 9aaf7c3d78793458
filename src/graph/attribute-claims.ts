import { z } from 'zod';
import { bestSupported } from '../../schema/claims/best-supported.ts';
import { isEverything, type View } from '../../schema/claims/view.ts';
import type { Ontology } from '../../schema/ontology/define.ts';
import type { GraphReader } from './client.ts';
import { cypher, parameter } from './cypher.ts';
import { entitledTo } from './entitled.ts';
import { all } from './filters/logic.ts';
import { disputedInView, statementInView } from './filters/view.ts';
import type { Loaders } from './loaders.ts';
import { compileQuestion, question } from './question.ts';
import { claimOf, StatementRow, statementColumns } from './rows/statement.ts';

/** Which attributes, under which view. */
export interface AttributesAsked {
  readonly predicates: readonly string[];
  readonly view: View;
}

/** What is said of attributes of each subject, and whose later word replaces what was said before. */
export const attributeClaims = question({
  name: 'attribute-claims',
  row: z.object({
    subject: z.string(),
    statements: z.array(StatementRow),
    entitled: z.array(z.string()),
    /** Ids of those that another statement of the view contradicts. */
    disputed: z.array(z.string()),
  }),
  ask: ({ ontology, subjects, predicates, view }: AttributesAsked & Subjects) => {
    const statement = cypher`statement`;
    const asked = [
      cypher`statement.predicate IN ${parameter('predicates', predicates)}`,
      ...(isEverything(view) ? [] : [statementInView(statement, view)]),
    ];
    return cypher`UNWIND ${parameter('subjects', subjects)} AS key
MATCH (subject:Entity {key: key})
CALL (subject) {
  MATCH (subject)<-[:SUBJECT]-(statement:Statement) WHERE ${all(asked)}
  WITH statement, ${disputedInView(statement, view)} AS isDisputed
  RETURN collect(${statementColumns(statement)}) AS statements, collect(CASE WHEN isDisputed THEN statement.id END) AS disputed
}
RETURN key AS subject, statements, disputed,
  ${entitledTo(ontology, cypher`subject`, view)} AS entitled`;
  },
});

interface Subjects {
  readonly ontology: Ontology;
  readonly subjects: readonly string[];
}

export type AttributeClaims = z.infer<typeof attributeClaims.row>;

export function loadAttributeClaims(
  { client, loaders, ontology }: { client: GraphReader; loaders: Loaders; ontology: Ontology },
  subject: string,
  asked: AttributesAsked,
): Promise<AttributeClaims> {
  return loaders.batch<AttributeClaims>(
    ['attribute-claims', asked],
    subject,
    async (subjects) => {
      const rows = await client.read(
        compileQuestion(attributeClaims, { ontology, subjects, ...asked }),
      );
      return new Map(rows.map((row) => [row.subject, row]));
    },
    { subject, statements: [], disputed: [], entitled: [] },
  );
}

/** The statement of an attribute with most behind it; null where nothing is affirmed. */
export function bestStatement(
  { statements, entitled }: AttributeClaims,
  predicate: string,
): StatementRow | null {
  const said = statements.filter((statement) => statement.predicate === predicate);
  const claims = said.map((statement) => ({ ...claimOf(statement), statement }));
  return bestSupported(claims, new Set(entitled))?.statement ?? null;
}
