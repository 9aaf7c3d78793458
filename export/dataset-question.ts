import { z } from 'zod';
import { cypher } from '../src/graph/cypher.ts';
import { question } from '../src/graph/question.ts';

const ExportedDataset = z.object({
  key: z.string(),
  title: z.string(),
  titleDe: z.string().nullable(),
  licence: z.string().nullable(),
  description: z.string().nullable(),
  descriptionDe: z.string().nullable(),
  source: z.string().nullable(),
  precedence: z.number(),
});
export type ExportedDataset = z.infer<typeof ExportedDataset>;

/** By key; a retracted one only where an entity that others mention still bears what it said. */
export const exportedDatasets = question<Record<string, never>, ExportedDataset>({
  name: 'export: datasets',
  row: ExportedDataset,
  ask: () => cypher`
MATCH (d:Dataset)
WHERE d.retractedAt IS NULL
  OR EXISTS { MATCH (e:Entity) WHERE e.undescribed = true AND d.key IN e.datasets }
RETURN d.key AS key, d.title AS title, d.titleDe AS titleDe, d.licence AS licence,
  d.description AS description, d.descriptionDe AS descriptionDe, d.source AS source,
  d.precedence AS precedence
ORDER BY key`,
});
