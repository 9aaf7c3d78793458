import { z } from 'zod';
import { modalities } from '../../../schema/ontology/statements.ts';
import { type Cypher, cypher } from '../cypher.ts';
import type { Column, Columns } from '../select/shape.ts';

/** A time as it lies in the graph: EDTF with the ISO dates that it allows. */
export const WindowRow = z.object({
  edtf: z.string(),
  earliest: z.string().nullable(),
  latest: z.string().nullable(),
});
export type WindowRow = z.infer<typeof WindowRow>;

export const RelationRow = z.object({
  id: z.string(),
  type: z.string(),
  from: z.string(),
  to: z.string(),
  role: z.string().nullable(),
  modality: z.enum(modalities).nullable(),
  period: WindowRow.nullable(),
  statementCount: z.number(),
  documentCount: z.number(),
  independentSourceCount: z.number(),
  firstReported: z.string().nullable(),
  lastReported: z.string().nullable(),
  disputed: z.boolean(),
});
export type RelationRow = z.infer<typeof RelationRow>;

export const relationCatalogue: Columns<RelationRow> = {
  id: { value: (r) => cypher`${r}.id` },
  type: { value: (r) => cypher`type(${r})` },
  from: { value: (r) => cypher`startNode(${r}).key` },
  to: { value: (r) => cypher`endNode(${r}).key` },
  role: { value: (r) => cypher`${r}.role` },
  modality: { value: (r) => cypher`${r}.modality` },
  period: windowColumn(cypher`period`),
  statementCount: { value: (r) => cypher`coalesce(${r}.statementCount, 0)` },
  documentCount: { value: (r) => cypher`coalesce(${r}.documentCount, 0)` },
  independentSourceCount: { value: (r) => cypher`coalesce(${r}.independentSourceCount, 0)` },
  firstReported: { value: (r) => cypher`toString(${r}.firstReported)` },
  lastReported: { value: (r) => cypher`toString(${r}.lastReported)` },
  disputed: { value: (r) => cypher`coalesce(${r}.disputed, false)` },
};

/** `period` stands for the properties `period`, `periodEarliest` and `periodLatest`. */
export function windowColumn(name: Cypher): Column {
  return {
    value: (owner) =>
      cypher`CASE WHEN ${owner}.${name} IS NULL THEN null ELSE [${owner}.${name}, toString(${owner}.${name}Earliest), toString(${owner}.${name}Latest)] END`,
    read: windowOf,
  };
}

export function windowOf([edtf, earliest, latest]: [
  string,
  string | null,
  string | null,
]): WindowRow {
  return { edtf, earliest, latest };
}
