import { z } from 'zod';
import { cypher, parameter } from '../../src/graph/cypher.ts';
import { question } from '../../src/graph/question.ts';

const StoredDocumentRow = z.object({
  key: z.string(),
  properties: z.record(z.string(), z.unknown()),
  publisher: z.string().nullable(),
  basedOn: z.array(z.string()),
  inDataset: z.string().nullable(),
});
export type StoredDocumentRow = z.infer<typeof StoredDocumentRow>;

export const storedDocuments = question<readonly string[], StoredDocumentRow>({
  name: 'import: stored documents',
  row: StoredDocumentRow,
  ask: (keys) => cypher`
UNWIND ${parameter('keys', keys)} AS key
MATCH (d:Document {key: key})
RETURN d.key AS key,
  d {.*, publishedAtEarliest: toString(d.publishedAtEarliest), publishedAtLatest: toString(d.publishedAtLatest), published: toString(d.published)} AS properties,
  [(d)<-[:PUBLISHED]-(outlet) | outlet.key][0] AS publisher,
  [(d)-[:BASED_ON]->(outlet) | outlet.key] AS basedOn,
  [(d)-[:IN_DATASET]->(dataset) | dataset.key][0] AS inDataset`,
});

export interface DocumentWriteRow {
  readonly key: string;
  readonly dataset: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly textLength: number | null;
  readonly publishedAtEarliest: string | null;
  readonly publishedAtLatest: string | null;
  readonly publisher: string | null;
  readonly basedOn: readonly string[];
}

const Nothing = z.object({});
type Nothing = z.infer<typeof Nothing>;

export const writeDocuments = question<readonly DocumentWriteRow[], Nothing>({
  name: 'import: write documents',
  row: Nothing,
  ask: (rows) => cypher`
UNWIND ${parameter('rows', rows)} AS row
MERGE (d:Document {key: row.key})
SET d += row.properties, d.textLength = toInteger(row.textLength),
  d.publishedAtEarliest = date(row.publishedAtEarliest), d.publishedAtLatest = date(row.publishedAtLatest),
  d.published = date(row.publishedAtLatest)
WITH d, row
CALL (d) {
  OPTIONAL MATCH (d)-[old:PUBLISHED|BASED_ON|IN_DATASET]-()
  DELETE old
}
CALL (d, row) {
  MATCH (dataset:Dataset {key: row.dataset})
  CREATE (d)-[:IN_DATASET]->(dataset)
}
CALL (d, row) {
  MATCH (outlet:Entity {key: row.publisher})
  CREATE (outlet)-[:PUBLISHED]->(d)
}
CALL (d, row) {
  UNWIND row.basedOn AS source
  MATCH (outlet:Entity {key: source})
  CREATE (d)-[:BASED_ON]->(outlet)
}`,
});

export const deleteDocuments = question<readonly string[], Nothing>({
  name: 'import: delete documents',
  row: Nothing,
  ask: (keys) => cypher`
UNWIND ${parameter('keys', keys)} AS key
MATCH (d:Document {key: key})
DETACH DELETE d`,
});

export const documentsOfDataset = question<string, { key: string }>({
  name: 'import: documents of a dataset',
  row: z.object({ key: z.string() }),
  ask: (dataset) => cypher`
MATCH (:Dataset {key: ${parameter('dataset', dataset)}})<-[:IN_DATASET]-(d:Document)
RETURN d.key AS key`,
});

const StatementOfDocumentRow = z.object({ document: z.string(), id: z.string() });

export const statementsOfDocuments = question<
  readonly string[],
  z.infer<typeof StatementOfDocumentRow>
>({
  name: 'import: statements of documents',
  row: StatementOfDocumentRow,
  ask: (keys) => cypher`
UNWIND ${parameter('keys', keys)} AS key
MATCH (:Document {key: key})<-[:IN_DOCUMENT]-(s:Statement)
RETURN key AS document, s.id AS id`,
});
