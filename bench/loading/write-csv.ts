import { entityRow } from '../../import/write/describe-entity.ts';
import type { Ontology } from '../../schema/ontology/define.ts';
import { datasetKey, type NewsGraph } from '../graph/news-graph.ts';
import type { CsvFiles } from './csv-folder.ts';
import { type GraphFiles, graphFiles } from './graph-files.ts';
import { propertiesOf } from './properties.ts';
import { writeDocuments } from './write-documents.ts';
import { writeRelation } from './write-relation.ts';
import { stateOf, writeStatement } from './write-statement.ts';

export interface GraphCounts {
  readonly entities: number;
  readonly relations: number;
  readonly statements: number;
  readonly documents: number;
}

/**
 * Writes a graph for the offline importer as the import would have it: every row is made by the
 * import's own functions.
 */
export function writeCsv(
  graph: NewsGraph,
  ontology: Ontology,
  folder: string,
): { readonly files: CsvFiles; readonly counts: GraphCounts } {
  const files = graphFiles(ontology, folder);
  const { records } = graph.entities;
  for (const { key } of records) files.ids.add(key);
  writeDocuments(graph, files);
  let [relations, statements] = [0, 0];
  for (const about of graph.relations()) {
    if (writeRelation(about, files)) relations++;
    statements += about.length;
  }
  for (const record of graph.attributes()) {
    writeStatement(stateOf(record, files), false, files);
    statements++;
  }
  // Last, because they carry what was counted.
  writeEntities(graph, files);
  const counts = { entities: records.length, documents: graph.documentCount };
  return { files: files.csv.close(), counts: { ...counts, relations, statements } };
}

function writeEntities(graph: NewsGraph, { csv, ids, mentions, ontology }: GraphFiles): void {
  for (const record of graph.entities.records) {
    const descriptions = [{ dataset: datasetKey, precedence: 100, record }];
    const row = entityRow(descriptions, undefined, ontology);
    if (!row) throw new RangeError(`nothing is said of ${record.key}`);
    const id = ids.of(record.key);
    const properties = propertiesOf({ ...row, ...mentions.rowOf(id) });
    csv.node(`Entity:${row.type}`, id, properties);
  }
}
