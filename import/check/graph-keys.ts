import { z } from 'zod';
import { cypher, parameter } from '../../src/graph/cypher.ts';
import { question } from '../../src/graph/question.ts';

const EntityKeyRow = z.object({
  key: z.string(),
  labels: z.array(z.string()),
  /** That describe it under this key. */
  datasets: z.array(z.string()),
  /** Also under keys that were merged into it. */
  allDatasets: z.array(z.string()),
});
export type EntityKeyRow = z.infer<typeof EntityKeyRow>;

/** What the graph already has under these keys. */
export const entitiesOfKeys = question<readonly string[], EntityKeyRow>({
  name: 'import: entities of keys',
  row: EntityKeyRow,
  ask: (keys) => cypher`
UNWIND ${parameter('keys', keys)} AS key
MATCH (e:Entity {key: key})
RETURN key, labels(e) AS labels, coalesce(e.ownDatasets, e.datasets, []) AS datasets,
  coalesce(e.ownDatasets, []) + coalesce(e.datasets, []) AS allDatasets
UNION ALL
UNWIND ${parameter('keys', keys)} AS key
MATCH (r:Redirect {key: key})
RETURN key, [r.type] AS labels, r.datasets AS datasets, r.datasets AS allDatasets`,
});

const DocumentKeyRow = z.object({ key: z.string(), dataset: z.string().nullable() });
export type DocumentKeyRow = z.infer<typeof DocumentKeyRow>;

export const documentsOfKeys = question<readonly string[], DocumentKeyRow>({
  name: 'import: documents of keys',
  row: DocumentKeyRow,
  ask: (keys) => cypher`
UNWIND ${parameter('keys', keys)} AS key
MATCH (d:Document {key: key})
RETURN d.key AS key, d.dataset AS dataset`,
});
