import { z } from 'zod';
import type { Ontology } from '../schema/ontology/define.ts';
import {
  type Cypher,
  cypher,
  integerLiteral,
  parameter,
  relationTypes,
} from '../src/graph/cypher.ts';
import { mentionLinks } from '../src/graph/mentions.ts';
import { question } from '../src/graph/question.ts';
import { pageSize } from './scope.ts';

const KeyRow = z.object({ key: z.string() });
export type KeyRow = z.infer<typeof KeyRow>;

interface Page {
  readonly ontology: Ontology;
  /** Null for all of the graph. */
  readonly dataset: string | null;
  readonly after: string;
}

const limit = cypher`LIMIT ${integerLiteral(pageSize, 10_000)}`;

/** Entities that a dataset describes, and those that what it says needs. */
export const entityKeys = question<Page, KeyRow>({
  name: 'export: entities',
  row: KeyRow,
  ask: ({ ontology, dataset, after }) => cypher`
MATCH (e:Entity)
WHERE e.key > ${parameter('after', after)}${dataset === null ? cypher`` : neededBy(dataset, ontology)}
RETURN e.key AS key
ORDER BY key
${limit}`,
});

function neededBy(dataset: string, ontology: Ontology): Cypher {
  const of = parameter('dataset', dataset);
  return cypher` AND (${of} IN e.datasets
  OR EXISTS { (e)<-[:${mentionLinks}|ORIGIN]-(:Statement)-[:IN_DOCUMENT]->(:Document {dataset: ${of}}) }
  OR EXISTS { (e)-[:PUBLISHED|BASED_ON]-(:Document {dataset: ${of}}) }
  OR EXISTS { MATCH (e)-[r:${relationTypes(ontology, Object.keys(ontology.relations))}]-() WHERE ${of} IN r.datasets })`;
}

export const documentKeys = question<Page, KeyRow>({
  name: 'export: documents',
  row: KeyRow,
  ask: ({ dataset, after }) => cypher`
MATCH (d:Document)
WHERE d.key > ${parameter('after', after)}${dataset === null ? cypher`` : cypher` AND d.dataset = ${parameter('dataset', dataset)}`}
RETURN d.key AS key
ORDER BY key
${limit}`,
});

const StatementPlace = z.object({ document: z.string(), id: z.string() });
export type StatementPlace = z.infer<typeof StatementPlace>;

export const statementPlaces = question<
  { readonly documents: readonly string[]; readonly after: StatementPlace },
  StatementPlace
>({
  name: 'export: statements of documents',
  row: StatementPlace,
  ask: ({ documents, after }) => cypher`
UNWIND ${parameter('documents', documents)} AS document
MATCH (:Document {key: document})<-[:IN_DOCUMENT]-(s:Statement)
WHERE document > ${parameter('document', after.document)} OR s.id > ${parameter('id', after.id)}
RETURN document, s.id AS id
ORDER BY document, id
${limit}`,
});

const IdRow = z.object({ id: z.string() });

export const relationIds = question<Page & { readonly type: string }, z.infer<typeof IdRow>>({
  name: 'export: relations',
  row: IdRow,
  ask: ({ ontology, type, dataset, after }) => cypher`
MATCH ()-[r:${relationTypes(ontology, [type])}]->()
WHERE r.id > ${parameter('after', after)}${dataset === null ? cypher`` : supportedBy(dataset)}
RETURN r.id AS id
ORDER BY id
${limit}`,
});

function supportedBy(dataset: string): Cypher {
  const of = parameter('dataset', dataset);
  return cypher` AND (${of} IN r.datasets OR any(key IN r.statementDocuments WHERE EXISTS { (:Document {key: key, dataset: ${of}}) }))`;
}
