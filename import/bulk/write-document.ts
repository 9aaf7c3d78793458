import type { DocumentRecord } from '../check/records.ts';
import { documentRow } from '../write/document-row.ts';
import type { DocumentOfStatement } from '../write/statement-state.ts';
import { propertiesOf } from './csv/properties.ts';
import type { GraphFiles } from './graph-files.ts';

/** A document with its outlets, and its dataset, of which no more than the key is written. */
export function writeDocument(
  record: DocumentRecord,
  dataset: string,
  { csv, numbers }: Pick<GraphFiles, 'csv' | 'numbers'>,
): DocumentOfStatement {
  const row = documentRow(record, dataset);
  const { key, properties, textLength, publisher, publishedAtEarliest, publishedAtLatest } = row;
  const dates = { publishedAtEarliest, publishedAtLatest, published: publishedAtLatest };
  const number = numbers.addDocument(key);
  csv.node('Document', number, propertiesOf({ properties, textLength, dates }));
  const home = numbers.dataset(dataset, (added) =>
    csv.node('Dataset', added, propertiesOf({ properties: { key: dataset } })),
  );
  csv.relationship('IN_DATASET', number, home);
  if (publisher !== null) csv.relationship('PUBLISHED', numbers.entity(publisher), number);
  for (const outlet of row.basedOn) {
    csv.relationship('BASED_ON', number, numbers.entity(outlet));
  }
  return { publisher, published: publishedAtLatest };
}
