import { z } from 'zod';
import type { Ontology } from '../schema/ontology/define.ts';
import { cypher, relationTypes } from '../src/graph/cypher.ts';
import { compileQuestion, question } from '../src/graph/question.ts';
import type { GraphReader } from '../src/graph/reader.ts';

const DescribedDataset = z.object({
  key: z.string(),
  title: z.string(),
  licence: z.string().nullable(),
  source: z.string().nullable(),
  precedence: z.number(),
  /** Null until an import has come to its end. */
  revision: z.string().nullable(),
  /** ISO 8601; when its revision last changed by an import. */
  importedAt: z.string().nullable(),
  /** ISO 8601; null unless nothing of it is left but entities that others mention. */
  retractedAt: z.string().nullable(),
  /** Documents that were retracted since the import. */
  retractedDocuments: z.array(z.string()),
});
type DescribedDataset = z.infer<typeof DescribedDataset>;

/** A dataset with how much of the graph it supports. */
export interface ListedDataset extends DescribedDataset {
  /** That it describes. */
  readonly entities: number;
  readonly documents: number;
  readonly statements: number;
  /** That it gives as a whole, or that a statement of its documents affirms. */
  readonly relations: number;
}

/** All datasets that the graph has or has had, by key. */
export async function listDatasets(
  client: GraphReader,
  ontology: Ontology,
): Promise<ListedDataset[]> {
  const datasets = await client.read(compileQuestion(describedDatasets, {}));
  const claims = byKey(await client.read(compileQuestion(claimCounts, {})));
  const entities = byKey(await client.read(compileQuestion(entityCounts, {})));
  const relations = byKey(await client.read(compileQuestion(relationCounts, ontology)));
  return datasets.map((dataset) => ({
    ...dataset,
    entities: entities.get(dataset.key)?.count ?? 0,
    documents: claims.get(dataset.key)?.documents ?? 0,
    statements: claims.get(dataset.key)?.statements ?? 0,
    relations: relations.get(dataset.key)?.count ?? 0,
  }));
}

function byKey<Row extends { readonly key: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.key, row]));
}

const describedDatasets = question<Record<string, never>, DescribedDataset>({
  name: 'import: datasets',
  row: DescribedDataset,
  ask: () => cypher`
MATCH (d:Dataset)
RETURN d.key AS key, d.title AS title, d.licence AS licence, d.source AS source,
  d.precedence AS precedence, d.revision AS revision, toString(d.importedAt) AS importedAt,
  toString(d.retractedAt) AS retractedAt, coalesce(d.retractedDocuments, []) AS retractedDocuments
ORDER BY key`,
});

const ClaimCounts = z.object({ key: z.string(), documents: z.number(), statements: z.number() });

const claimCounts = question<Record<string, never>, z.infer<typeof ClaimCounts>>({
  name: 'import: documents and statements of datasets',
  row: ClaimCounts,
  ask: () => cypher`
MATCH (d:Dataset)<-[:IN_DATASET]-(document:Document)
RETURN d.key AS key, count(document) AS documents,
  sum(COUNT { (document)<-[:IN_DOCUMENT]-() }) AS statements`,
});

const KeyCount = z.object({ key: z.string(), count: z.number() });
type KeyCount = z.infer<typeof KeyCount>;

const entityCounts = question<Record<string, never>, KeyCount>({
  name: 'import: entities of datasets, counted',
  row: KeyCount,
  ask: () => cypher`
MATCH (e:Entity)
WHERE e.undescribed IS NULL
UNWIND e.datasets AS key
RETURN key, count(*) AS count`,
});

const relationCounts = question<Ontology, KeyCount>({
  name: 'import: relations of datasets, counted',
  row: KeyCount,
  ask: (ontology) => cypher`
MATCH ()-[r:${relationTypes(ontology, Object.keys(ontology.relations))}]->()
CALL (r) {
  UNWIND r.datasets AS key
  RETURN key
  UNION
  UNWIND r.statementDocuments AS document
  MATCH (d:Document {key: document})
  RETURN d.dataset AS key
}
RETURN key, count(*) AS count`,
});
