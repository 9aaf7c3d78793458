import { z } from 'zod';
import { bestSupported } from '../../schema/claims/best-supported.ts';
import { type Claim, originOf } from '../../schema/claims/claim.ts';
import { entitlingModalities, entitlingRelations } from '../../schema/claims/revision.ts';
import { isEverything, type View } from '../../schema/claims/view.ts';
import type { Ontology } from '../../schema/ontology/define.ts';
import type { GraphReader } from './client.ts';
import { type Cypher, cypher, parameter, relationTypes } from './cypher.ts';
import { all } from './filters/logic.ts';
import { relationInView, standingInView } from './filters/relation-view.ts';
import { statementInView } from './filters/view.ts';
import type { Loaders } from './loaders.ts';
import { compileQuestion, question } from './question.ts';
import { StatementRow, statementColumns } from './rows/statement.ts';

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
  RETURN collect(${statementColumns(statement)}) AS statements
}
RETURN key AS subject, statements,
  ${entitledTo(ontology, cypher`subject`, view)} AS entitled`;
  },
});

interface Subjects {
  readonly ontology: Ontology;
  readonly subjects: readonly string[];
}

/** Keys of those who are known to have announced a plan, or to pursue it. */
export function entitledTo(ontology: Ontology, plan: Cypher, view: View): Cypher {
  const types = entitlingRelations(ontology);
  if (types.length === 0) return cypher`[]`;
  const voice = cypher`voice`;
  const entitling = all([
    ...relationInView(voice, view),
    standingInView(
      ...([voice, view] as const),
      ({ modality }) => cypher`${modality} IN ${parameter('entitling', entitlingModalities)}`,
    ),
  ]);
  return cypher`COLLECT { MATCH (${plan})<-[voice:${relationTypes(ontology, types)}]-(actor:Entity) WHERE ${entitling} RETURN DISTINCT actor.key }`;
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
    { subject, statements: [], entitled: [] },
  );
}

/** The statement with most behind it; null where nothing is affirmed. */
export function bestStatement({ statements, entitled }: AttributeClaims): StatementRow | null {
  const claims = statements.map((statement) => ({ ...claimOf(statement), statement }));
  return bestSupported(claims, new Set(entitled))?.statement ?? null;
}

export function claimOf(statement: StatementRow): Claim {
  const { origin, document, saidAt, published } = statement;
  return {
    ...statement,
    origin: originOf(origin, document),
    said: saidAt?.latest ?? published,
  };
}
