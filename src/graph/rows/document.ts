import { z } from 'zod';
import { cypher } from '../cypher.ts';
import type { Columns } from '../select/shape.ts';
import { WindowRow, windowColumn } from './relation.ts';

/** A document; outlets by key. */
export const DocumentRow = z.object({
  key: z.string(),
  title: z.string(),
  titleInferred: z.boolean(),
  url: z.string().nullable(),
  language: z.string(),
  publishedAt: WindowRow.nullable(),
  publisher: z.string().nullable(),
  basedOn: z.array(z.string()),
  textSha256: z.string().nullable(),
});
export type DocumentRow = z.infer<typeof DocumentRow>;

export const documentCatalogue: Columns<DocumentRow> = {
  key: { value: (d) => cypher`${d}.key` },
  title: { value: (d) => cypher`${d}.title` },
  titleInferred: { value: (d) => cypher`coalesce(${d}.titleInferred, false)` },
  url: { value: (d) => cypher`${d}.url` },
  language: { value: (d) => cypher`${d}.language` },
  publishedAt: windowColumn(cypher`publishedAt`),
  publisher: { value: (d) => cypher`head([(${d})<-[:PUBLISHED]-(linked) | linked.key])` },
  basedOn: { value: (d) => cypher`[(${d})-[:BASED_ON]->(linked) | linked.key]` },
  textSha256: { value: (d) => cypher`${d}.textSha256` },
};
