import { z } from 'zod';
import { bestSupported } from '../../schema/claims/best-supported.ts';
import type { View } from '../../schema/claims/view.ts';
import type { Ontology } from '../../schema/ontology/define.ts';
import { type Cypher, compileCypher, cypher, parameter, variable } from './cypher.ts';
import { entitledTo } from './entitled.ts';
import { all } from './filters/logic.ts';
import { disputedInView, statementInView } from './filters/view.ts';
import type { Loaders } from './loaders.ts';
import type { CompiledQuestion } from './question.ts';
import type { GraphReader } from './reader.ts';
import { catalogueOf } from './rows/kinds.ts';
import { claimOf, type StatementRow } from './rows/statement.ts';
import { type Shape, wholeShape } from './select/shape.ts';

/** Which attributes, under which view. */
export interface AttributesAsked {
  readonly predicates: readonly string[];
  readonly view: View;
}

/** What is said of attributes of a subject, and whose later word replaces what was said before. */
export interface AttributeClaims {
  readonly statements: readonly StatementRow[];
  /** Ids of those that another statement of the view contradicts. */
  readonly disputed: ReadonlySet<string>;
  /** Keys of entities. */
  readonly entitled: readonly string[];
}

/** The claims of an entity, answered together with its row. */
export function claimsBranch(
  ontology: Ontology,
  { predicates, view }: AttributesAsked,
  statements: Shape<StatementRow>,
): { value: (subject: Cypher) => Cypher; read: (raw: unknown) => AttributeClaims } {
  const statement = variable('statement');
  const conditions = all([
    cypher`${statement}.predicate IN ${parameter('predicates', predicates)}`,
    statementInView(statement, view),
  ]);
  return {
    value: (subject) =>
      cypher`[COLLECT { MATCH (${subject})<-[:SUBJECT]-(${statement}:Statement) WHERE ${conditions} RETURN [${statements.values(statement)}, ${disputedInView(statement, view)}] }, ${entitledTo(ontology, subject, view)}]`,
    read: (raw) => {
      const [rows, entitled] = raw as [[unknown[], boolean][], string[]];
      const read = rows.map(([values, isDisputed]) => ({
        ...{ statement: statements.read(values), isDisputed },
      }));
      const disputed = read.flatMap((row) => (row.isDisputed ? [row.statement.id] : []));
      return {
        ...{ statements: read.map(({ statement }) => statement), disputed: new Set(disputed) },
        entitled,
      };
    },
  };
}

/** The claims of many entities, with all that there is of each statement. */
export function attributeClaims(
  ontology: Ontology,
  subjects: readonly string[],
  asked: AttributesAsked,
): CompiledQuestion<{ subject: string; claims: AttributeClaims }> {
  const statements = wholeShape(catalogueOf('statement', ontology));
  const subject = variable('entity');
  const { value, read } = claimsBranch(ontology, asked, statements);
  return {
    name: 'attribute-claims',
    row: z.object({
      subject: z.string(),
      claims: z.object({
        statements: z.array(statements.schema),
        disputed: z.set(z.string()),
        entitled: z.array(z.string()),
      }),
    }),
    read: (row) => ({ subject: String(row.subject), claims: read(row.claims) }),
    ...compileCypher(cypher`UNWIND ${parameter('subjects', subjects)} AS key
MATCH (${subject}:Entity {key: key})
RETURN key AS subject, ${value(subject)} AS claims`),
  };
}

export function loadAttributeClaims(
  { client, loaders, ontology }: { client: GraphReader; loaders: Loaders; ontology: Ontology },
  subject: string,
  asked: AttributesAsked,
): Promise<AttributeClaims> {
  return loaders.batch<AttributeClaims>(
    ['attribute-claims', asked],
    subject,
    async (subjects) => {
      const rows = await client.read(attributeClaims(ontology, subjects, asked));
      return new Map(rows.map((row) => [row.subject, row.claims]));
    },
    { statements: [], disputed: new Set(), entitled: [] },
  );
}

/** The statement of one attribute with most behind it; null where nothing is affirmed. */
export function bestStatement(
  { statements, entitled }: AttributeClaims,
  predicate: string,
): StatementRow | null {
  const claims = statements
    .filter((statement) => statement.predicate === predicate)
    .map((statement) => ({ ...claimOf(statement), statement }));
  return bestSupported(claims, new Set(entitled))?.statement ?? null;
}
