import { z } from 'zod';
import { bestSupported } from '../../schema/claims/best-supported.ts';
import { type Claim, originOf } from '../../schema/claims/claim.ts';
import { entitlingModalities, entitlingRelations } from '../../schema/claims/revision.ts';
import { isEverything, type View } from '../../schema/claims/view.ts';
import type { Ontology } from '../../schema/ontology/define.ts';
import type { GraphReader } from './client.ts';
import {
  type Cypher,
  compileCypher,
  cypher,
  parameter,
  relationTypes,
  variable,
} from './cypher.ts';
import { all } from './filters/logic.ts';
import { relationInView, standingInView } from './filters/relation-view.ts';
import { statementInView } from './filters/view.ts';
import type { Loaders } from './loaders.ts';
import type { CompiledQuestion } from './question.ts';
import { catalogueOf } from './rows/kinds.ts';
import type { StatementRow } from './rows/statement.ts';
import { type Shape, shape, wholeShape } from './select/shape.ts';

/** Which attributes, under which view. */
export interface AttributesAsked {
  readonly predicates: readonly string[];
  readonly view: View;
}

/** What is said of attributes of a subject, and whose later word replaces what was said before. */
export interface AttributeClaims {
  readonly statements: readonly StatementRow[];
  /** Keys of entities. */
  readonly entitled: readonly string[];
}

/** What claims are judged by. */
const judged = [
  ...(['id', 'subject', 'predicate', 'object', 'value', 'role', 'place', 'scope'] as const),
  ...(['comparedTo', 'polarity', 'modality', 'time', 'saidAt', 'document', 'origin'] as const),
  ...(['published', 'attributedTo'] as const),
];

/** The claims of an entity, answered together with its row: only what they are judged by. */
export function claimsBranch(ontology: Ontology, asked: AttributesAsked) {
  return claimsAsked(
    ontology,
    asked,
    shape({ ...catalogueOf('statement', ontology), names: judged }),
  );
}

function claimsAsked(
  ontology: Ontology,
  { predicates, view }: AttributesAsked,
  statements: Shape<StatementRow>,
): { value: (subject: Cypher) => Cypher; read: (raw: unknown) => AttributeClaims } {
  const statement = variable('statement');
  const conditions = all([
    cypher`${statement}.predicate IN ${parameter('predicates', predicates)}`,
    ...(isEverything(view) ? [] : [statementInView(statement, view)]),
  ]);
  return {
    value: (subject) =>
      cypher`[COLLECT { MATCH (${subject})<-[:SUBJECT]-(${statement}:Statement) WHERE ${conditions} RETURN ${statements.values(statement)} }, ${entitledTo(ontology, subject, view)}]`,
    read: (raw) => {
      const [rows, entitled] = raw as [unknown[][], string[]];
      return { statements: rows.map((values) => statements.read(values)), entitled };
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
  const { value, read } = claimsAsked(ontology, asked, statements);
  return {
    name: 'attribute-claims',
    row: z.object({
      subject: z.string(),
      claims: z.object({
        statements: z.array(statements.schema),
        entitled: z.array(z.string()),
      }),
    }),
    read: (row) => ({ subject: String(row.subject), claims: read(row.claims) }),
    ...compileCypher(cypher`UNWIND ${parameter('subjects', subjects)} AS key
MATCH (${subject}:Entity {key: key})
RETURN key AS subject, ${value(subject)} AS claims`),
  };
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
    { statements: [], entitled: [] },
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

export function claimOf(statement: StatementRow): Claim {
  const { origin, document, saidAt, published } = statement;
  return {
    ...statement,
    origin: originOf(origin, document),
    said: saidAt?.latest ?? published,
  };
}
