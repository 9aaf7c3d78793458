import { z } from 'zod';
import { modalities } from '../../../schema/ontology/statements.ts';
import { type Cypher, cypher, joined } from '../cypher.ts';

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

const days = (name: Cypher) => (relation: Cypher) =>
  cypher`[day IN coalesce(${relation}.${name}, []) | toString(day)]`;
const list = (name: Cypher) => (relation: Cypher) => cypher`coalesce(${relation}.${name}, [])`;

const lists: Readonly<Record<keyof SupportRow, (relation: Cypher) => Cypher>> = {
  datasetPeriods: list(cypher`datasetPeriods`),
  statementPublished: days(cypher`statementPublished`),
  statementFrom: days(cypher`statementFrom`),
  statementUntil: days(cypher`statementUntil`),
  statementModalities: list(cypher`statementModalities`),
  statementOrigins: list(cypher`statementOrigins`),
  statementPublishers: list(cypher`statementPublishers`),
  statementDocuments: list(cypher`statementDocuments`),
  statementTimes: list(cypher`statementTimes`),
  denialOf: list(cypher`denialOf`),
  denialPublished: days(cypher`denialPublished`),
  denialFrom: days(cypher`denialFrom`),
  denialUntil: days(cypher`denialUntil`),
  denialModalities: list(cypher`denialModalities`),
  denialOrigins: list(cypher`denialOrigins`),
  denialPublishers: list(cypher`denialPublishers`),
};

/** A list of the lists, which {@link readSupport} makes a row of. */
export function supportValues(relation: Cypher): Cypher {
  const values = Object.values(lists).map((value) => value(relation));
  return cypher`[${joined(values, cypher`, `)}]`;
}

export function readSupport(values: readonly unknown[]): SupportRow {
  return Object.fromEntries(
    Object.keys(lists).map((name, index) => [name, values[index]]),
  ) as unknown as SupportRow;
}
