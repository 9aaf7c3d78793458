import { documentRow } from '../../import/write/document-row.ts';
import { datasetKey, type NewsGraph } from '../graph/news-graph.ts';
import type { GraphFiles } from './graph-files.ts';
import { propertiesOf } from './properties.ts';

/** The dataset and its documents. What else the dataset says of itself is written afterwards. */
export function writeDocuments(graph: NewsGraph, { csv, ids, documents }: GraphFiles): void {
  const dataset = ids.next();
  csv.node('Dataset', dataset, propertiesOf({ properties: { key: datasetKey } }));
  for (const record of graph.documents()) {
    const row = documentRow(record, datasetKey);
    const { key, properties, textLength, publisher, publishedAtEarliest, publishedAtLatest } = row;
    const dates = { publishedAtEarliest, publishedAtLatest, published: publishedAtLatest };
    const id = ids.add(key);
    csv.node('Document', id, propertiesOf({ properties, textLength, dates }));
    csv.relationship('IN_DATASET', id, dataset);
    if (publisher !== null) csv.relationship('PUBLISHED', ids.of(publisher), id);
    for (const outlet of row.basedOn) csv.relationship('BASED_ON', id, ids.of(outlet));
    documents.set(key, { publisher, published: publishedAtLatest });
  }
}
