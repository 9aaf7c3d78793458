import { BulkFiles } from '../../import/bulk/bulk-files.ts';
import type { CsvFiles } from '../../import/bulk/csv/csv-folder.ts';
import { statementId } from '../../import/identity.ts';
import type { Ontology } from '../../schema/ontology/define.ts';
import { datasetKey, type NewsGraph } from '../graph/news-graph.ts';

export interface GraphCounts {
  readonly entities: number;
  readonly relations: number;
  readonly statements: number;
  readonly documents: number;
}

/** As JSON. Decides no more than in how many files on disk they wait. */
const bytesOfRecord = 700;

/** Writes a graph for the offline importer as the import would have it. */
export async function writeCsv(
  graph: NewsGraph,
  ontology: Ontology,
  folder: string,
): Promise<{ readonly files: CsvFiles; readonly counts: GraphCounts }> {
  const bytes = {
    entity: graph.entities.records.length * bytesOfRecord,
    statement: graph.documentCount * 25 * bytesOfRecord,
    relation: 0,
  };
  const bulk = new BulkFiles({ ontology, folder, bytes });
  for (const record of graph.entities.records) bulk.entity(datasetKey, record);
  for (const record of graph.documents()) bulk.document(datasetKey, record);
  for (const about of graph.relations()) {
    for (const record of about) bulk.statement(statementId(record, ontology), record);
  }
  for (const record of graph.attributes()) bulk.statement(statementId(record, ontology), record);
  const { files, counts } = await bulk.finish(new Map(), () => {});
  const { entity: entities, relation: relations } = counts;
  return {
    files,
    counts: { entities, relations, statements: counts.statement, documents: counts.document },
  };
}
