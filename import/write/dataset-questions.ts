import { z } from 'zod';
import { cypher, parameter } from '../../src/graph/cypher.ts';
import { question } from '../../src/graph/question.ts';

const StoredDatasetRow = z.object({
  key: z.string(),
  properties: z.record(z.string(), z.unknown()),
});
export type StoredDatasetRow = z.infer<typeof StoredDatasetRow>;

export const storedDatasets = question<Record<string, never>, StoredDatasetRow>({
  name: 'import: stored datasets',
  row: StoredDatasetRow,
  ask: () => cypher`
MATCH (d:Dataset)
RETURN d.key AS key, d {.*, importedAt: toString(d.importedAt)} AS properties`,
});

export interface DatasetWriteRow {
  readonly key: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

const Nothing = z.object({});
type Nothing = z.infer<typeof Nothing>;

/** A dataset that is imported again is no longer retracted, nor is any document of it. */
export const writeDatasets = question<readonly DatasetWriteRow[], Nothing>({
  name: 'import: write datasets',
  row: Nothing,
  ask: (rows) => cypher`
UNWIND ${parameter('rows', rows)} AS row
MERGE (d:Dataset {key: row.key})
SET d += row.properties, d.precedence = toInteger(row.properties.precedence),
  d.retractedAt = null, d.retractedDocuments = null`,
});

/** Says that something is being added to datasets, which only the end of it takes back. */
export const markUnfinished = question<readonly string[], Nothing>({
  name: 'import: mark unfinished datasets',
  row: Nothing,
  ask: (keys) => cypher`
UNWIND ${parameter('keys', keys)} AS key
MATCH (d:Dataset {key: key})
SET d.unfinished = true`,
});

/** Says that the whole of a dataset has been written. */
export const finishDatasets = question<readonly { key: string; revision: string }[], Nothing>({
  name: 'import: finish datasets',
  row: Nothing,
  ask: (rows) => cypher`
UNWIND ${parameter('rows', rows)} AS row
MATCH (d:Dataset {key: row.key})
SET d.unfinished = null
WITH d, row
WHERE d.revision IS NULL OR d.revision <> row.revision
SET d.revision = row.revision, d.importedAt = datetime()`,
});

/** Says that nothing of a dataset is left. What still mentions its entities needs its licence. */
export const markRetracted = question<{ readonly key: string; readonly revision: string }, Nothing>(
  {
    name: 'import: mark a retracted dataset',
    row: Nothing,
    ask: ({ key, revision }) => cypher`
MATCH (d:Dataset {key: ${parameter('key', key)}})
SET d.retractedAt = coalesce(d.retractedAt, datetime()), d.retractedDocuments = null,
  d.revision = ${parameter('revision', revision)}`,
  },
);

export interface RetractedDocument {
  readonly dataset: string;
  readonly document: string;
  readonly revision: string;
}

/** Says that a dataset is no longer what was imported. */
export const noteRetractedDocument = question<RetractedDocument, Nothing>({
  name: 'import: note a retracted document',
  row: Nothing,
  ask: ({ dataset, document, revision }) => cypher`
MATCH (d:Dataset {key: ${parameter('dataset', dataset)}})
SET d.retractedDocuments = coalesce(d.retractedDocuments, []) + ${parameter('document', document)},
  d.revision = ${parameter('revision', revision)}`,
});

const OfDataset = z.object({ key: z.string() });

/** Entities that several datasets describe, one of which has changed its precedence. */
export const sharedEntities = question<
  { readonly datasets: readonly string[]; readonly after: string },
  z.infer<typeof OfDataset>
>({
  name: 'import: entities of several datasets',
  row: OfDataset,
  ask: ({ datasets, after }) => cypher`
MATCH (e:Entity)
WHERE e.key > ${parameter('after', after)} AND size(e.datasets) > 1
  AND any(dataset IN e.datasets WHERE dataset IN ${parameter('datasets', datasets)})
RETURN e.key AS key
ORDER BY key
LIMIT 5000`,
});
