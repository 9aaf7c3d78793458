import { z } from 'zod';
import { type Claim, originOf } from '../../../schema/claims/claim.ts';
import { modalities, polarities } from '../../../schema/ontology/statements.ts';
import { type Cypher, cypher } from '../cypher.ts';
import type { Column, Columns } from '../select/shape.ts';
import { WindowRow, windowColumn, windowOf } from './relation.ts';

export const ValueRow = z.object({
  text: z.string().nullable(),
  number: z.number().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  unit: z.string().nullable(),
  boolean: z.boolean().nullable(),
  time: WindowRow.nullable(),
  approximate: z.boolean(),
});
export type ValueRow = z.infer<typeof ValueRow>;

/** A statement; entities and its document by key. */
export const StatementRow = z.object({
  id: z.string(),
  predicate: z.string(),
  subject: z.string(),
  object: z.string().nullable(),
  value: ValueRow.nullable(),
  modality: z.enum(modalities),
  polarity: z.enum(polarities),
  role: z.string().nullable(),
  place: z.string().nullable(),
  scope: z.string().nullable(),
  comparedTo: z.string().nullable(),
  attributedTo: z.array(z.string()),
  attributionEn: z.string().nullable(),
  attributionDe: z.string().nullable(),
  /** Key of the outlet it goes back to; null where its document is itself the origin. */
  origin: z.string().nullable(),
  time: WindowRow.nullable(),
  /** With the publication of its document, where nothing else is said. */
  saidAt: WindowRow.nullable(),
  summaryEn: z.string().nullable(),
  summaryDe: z.string().nullable(),
  passage: z.object({ start: z.number(), end: z.number(), sha256: z.string() }).nullable(),
  /** ISO date: the first day on which its document is certainly out. */
  published: z.string().nullable(),
  document: z.string(),
  relationId: z.string().nullable(),
});
export type StatementRow = z.infer<typeof StatementRow>;

const linkedKey = (link: Cypher): Column => ({
  value: (s) => cypher`head([(${s})-[:${link}]->(linked) | linked.key])`,
});

export const statementCatalogue: Columns<StatementRow> = {
  id: { value: (s) => cypher`${s}.id` },
  predicate: { value: (s) => cypher`${s}.predicate` },
  subject: linkedKey(cypher`SUBJECT`),
  object: linkedKey(cypher`OBJECT`),
  value: {
    value: (s) =>
      cypher`CASE WHEN (${s})-[:OBJECT]->() THEN null ELSE [${s}.valueText, ${s}.valueNumber, ${s}.valueMin, ${s}.valueMax, ${s}.valueUnit, ${s}.valueBoolean, ${valueTime.value(s)}, coalesce(${s}.approximate, false)] END`,
    read: valueRowOf,
  },
  modality: { value: (s) => cypher`${s}.modality` },
  polarity: { value: (s) => cypher`${s}.polarity` },
  role: { value: (s) => cypher`${s}.role` },
  place: linkedKey(cypher`PLACE`),
  scope: { value: (s) => cypher`${s}.scope` },
  comparedTo: linkedKey(cypher`COMPARED_TO`),
  attributedTo: { value: (s) => cypher`[(${s})-[:ATTRIBUTED_TO]->(linked) | linked.key]` },
  attributionEn: { value: (s) => cypher`${s}.attributionEn` },
  attributionDe: { value: (s) => cypher`${s}.attributionDe` },
  origin: linkedKey(cypher`ORIGIN`),
  time: windowColumn(cypher`time`),
  saidAt: {
    value: (s) =>
      cypher`coalesce(${saidAt.value(s)}, head([(${s})-[:IN_DOCUMENT]->(linked) WHERE linked.publishedAt IS NOT NULL | ${publishedAt.value(cypher`linked`)}]))`,
    read: windowOf,
  },
  summaryEn: { value: (s) => cypher`${s}.summaryEn` },
  summaryDe: { value: (s) => cypher`${s}.summaryDe` },
  passage: {
    value: (s) =>
      cypher`CASE WHEN ${s}.passageStart IS NULL THEN null ELSE [${s}.passageStart, ${s}.passageEnd, ${s}.passageSha256] END`,
    read: ([start, end, sha256]: [number, number, string]) => ({ start, end, sha256 }),
  },
  published: { value: (s) => cypher`toString(${s}.published)` },
  document: linkedKey(cypher`IN_DOCUMENT`),
  relationId: { value: (s) => cypher`${s}.relationId` },
};

const valueTime = windowColumn(cypher`valueTime`);
const saidAt = windowColumn(cypher`saidAt`);
const publishedAt = windowColumn(cypher`publishedAt`);

type RawValue = [
  ...[string | null, number | null, number | null, number | null, string | null],
  ...[boolean | null, Parameters<typeof windowOf>[0] | null, boolean],
];

function valueRowOf([
  text,
  number,
  min,
  max,
  unit,
  boolean,
  time,
  approximate,
]: RawValue): ValueRow {
  return {
    ...{ text, number, min, max, unit, boolean, approximate },
    time: time && windowOf(time),
  };
}

/** What of a statement matters for what it agrees with. */
export const judgedColumns = [
  ...(['id', 'subject', 'predicate', 'object', 'value', 'role', 'place', 'scope'] as const),
  ...(['comparedTo', 'polarity', 'modality', 'time', 'saidAt', 'document', 'origin'] as const),
  ...(['published', 'attributedTo'] as const),
] as const satisfies readonly (keyof StatementRow)[];

export type ClaimColumns = Pick<StatementRow, (typeof judgedColumns)[number]>;

export function claimOf<Row extends ClaimColumns>(statement: Row): Row & Claim {
  const { origin, document, saidAt, published } = statement;
  return {
    ...statement,
    origin: originOf(origin, document),
    said: saidAt?.latest ?? published,
  };
}
