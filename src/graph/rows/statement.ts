import { z } from 'zod';
import { type Claim, originOf } from '../../../schema/claims/claim.ts';
import { modalities, polarities } from '../../../schema/ontology/statements.ts';
import { type Cypher, cypher } from '../cypher.ts';
import { WindowRow, windowColumns } from './relation.ts';

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

export function statementColumns(s: Cypher): Cypher {
  const one = (link: Cypher) => cypher`head([(${s})-[:${link}]->(linked) | linked.key])`;
  const passage = cypher`CASE WHEN ${s}.passageStart IS NULL THEN null ELSE {start: ${s}.passageStart, end: ${s}.passageEnd, sha256: ${s}.passageSha256} END`;
  const value = cypher`CASE WHEN (${s})-[:OBJECT]->() THEN null ELSE {text: ${s}.valueText, number: ${s}.valueNumber, min: ${s}.valueMin, max: ${s}.valueMax, unit: ${s}.valueUnit, boolean: ${s}.valueBoolean, time: ${windowColumns(s, cypher`valueTime`)}, approximate: coalesce(${s}.approximate, false)} END`;
  return cypher`{id: ${s}.id, predicate: ${s}.predicate, subject: ${one(cypher`SUBJECT`)}, object: ${one(cypher`OBJECT`)}, value: ${value}, modality: ${s}.modality, polarity: ${s}.polarity, role: ${s}.role, place: ${one(cypher`PLACE`)}, scope: ${s}.scope, comparedTo: ${one(cypher`COMPARED_TO`)}, attributedTo: [(${s})-[:ATTRIBUTED_TO]->(linked) | linked.key], attributionEn: ${s}.attributionEn, attributionDe: ${s}.attributionDe, origin: ${one(cypher`ORIGIN`)}, time: ${windowColumns(s, cypher`time`)}, saidAt: ${windowColumns(s, cypher`saidAt`)}, summaryEn: ${s}.summaryEn, summaryDe: ${s}.summaryDe, passage: ${passage}, published: toString(${s}.published), document: ${one(cypher`IN_DOCUMENT`)}, relationId: ${s}.relationId}`;
}

/** What of a statement matters for what it agrees with. */
export type ClaimColumns = Pick<
  StatementRow,
  Exclude<keyof Claim, 'origin' | 'said'> | 'origin' | 'saidAt'
>;

export function claimOf<Row extends ClaimColumns>(statement: Row): Row & Claim {
  const { origin, document, saidAt, published } = statement;
  return {
    ...statement,
    origin: originOf(origin, document),
    said: saidAt?.latest ?? published,
  };
}
