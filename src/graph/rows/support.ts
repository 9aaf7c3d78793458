import { z } from 'zod';
import type { RelationSummary } from '../../../schema/claims/relation-summary.ts';
import { summaryInView } from '../../../schema/claims/summary-in-view.ts';
import { isEverything, type View } from '../../../schema/claims/view.ts';
import { modalities } from '../../../schema/ontology/statements.ts';
import { type Cypher, cypher } from '../cypher.ts';
import type { RelationRow } from './relation.ts';

/** What a relationship carries of the statements behind it; days as ISO dates. */
export const SupportRow = z.object({
  datasetPeriods: z.array(z.string()),
  statementPublished: z.array(z.string()),
  statementFrom: z.array(z.string()),
  statementUntil: z.array(z.string()),
  statementModalities: z.array(z.enum(modalities)),
  statementOrigins: z.array(z.string()),
  statementPublishers: z.array(z.string()),
  statementDocuments: z.array(z.string()),
  statementTimes: z.array(z.string()),
  denialOf: z.array(z.number()),
  denialPublished: z.array(z.string()),
  denialFrom: z.array(z.string()),
  denialUntil: z.array(z.string()),
  denialModalities: z.array(z.enum(modalities)),
  denialOrigins: z.array(z.string()),
  denialPublishers: z.array(z.string()),
});
export type SupportRow = z.infer<typeof SupportRow>;

export function supportColumns(relation: Cypher): Cypher {
  const list = (name: Cypher) => cypher`${name}: coalesce(${relation}.${name}, [])`;
  const days = (name: Cypher) =>
    cypher`${name}: [day IN coalesce(${relation}.${name}, []) | toString(day)]`;
  return cypher`{${list(cypher`datasetPeriods`)}, ${days(cypher`statementPublished`)}, ${days(cypher`statementFrom`)}, ${days(cypher`statementUntil`)}, ${list(cypher`statementModalities`)}, ${list(cypher`statementOrigins`)}, ${list(cypher`statementPublishers`)}, ${list(cypher`statementDocuments`)}, ${list(cypher`statementTimes`)}, ${list(cypher`denialOf`)}, ${days(cypher`denialPublished`)}, ${days(cypher`denialFrom`)}, ${days(cypher`denialUntil`)}, ${list(cypher`denialModalities`)}, ${list(cypher`denialOrigins`)}, ${list(cypher`denialPublishers`)}}`;
}

/** The support where a view asks for it: without one, the relation's own columns say it all. */
export function supportUnder(relation: Cypher, view: View): Cypher {
  return isEverything(view) ? cypher`null` : supportColumns(relation);
}

/** What an edge says of its relation, under the view of the list that it is in. */
export function summaryOf(
  { relation, support }: { readonly relation: RelationRow; readonly support: SupportRow | null },
  view: View,
): RelationSummary {
  return support ? summaryInView(support, view) : relation;
}
