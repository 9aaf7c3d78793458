import { knownTimeWindow } from '../../schema/claims/known-time-window.ts';
import { fold } from '../../schema/text/fold.ts';
import type { DocumentRecord } from '../check/records.ts';
import type { DocumentWriteRow, StoredDocumentRow } from './document-questions.ts';
import { sameProperties } from './writing.ts';

export function documentRow(record: DocumentRecord, dataset: string): DocumentWriteRow {
  const { key, title, titleInferred, language, url, publishedAt, textSha256 } = record;
  const window = publishedAt === undefined ? null : knownTimeWindow(publishedAt);
  return {
    ...{ key, dataset, publisher: record.publisher ?? null },
    basedOn: [...new Set(record.basedOn)].sort(),
    properties: {
      ...{ key, title, titleInferred, language, dataset, name: title, sortName: fold(title) },
      url: url ?? null,
      publishedAt: publishedAt ?? null,
      textSha256: textSha256 ?? null,
    },
    textLength: record.textLength ?? null,
    publishedAtEarliest: window?.earliest ?? null,
    publishedAtLatest: window?.latest ?? null,
  };
}

export function sameDocument(row: DocumentWriteRow, stored: StoredDocumentRow): boolean {
  const { publishedAtLatest, dataset } = row;
  const properties = {
    ...{ ...row.properties, textLength: row.textLength, publishedAtLatest },
    ...{ publishedAtEarliest: row.publishedAtEarliest, published: publishedAtLatest },
  };
  const basedOn = JSON.stringify([...stored.basedOn].sort());
  return (
    sameProperties(properties, stored.properties) &&
    row.publisher === stored.publisher &&
    dataset === stored.inDataset &&
    JSON.stringify(row.basedOn) === basedOn
  );
}

/** The row that would write the document as it is stored. */
export function storedDocumentRow(stored: StoredDocumentRow): DocumentWriteRow {
  const { key, publisher, basedOn, inDataset } = stored;
  const {
    published: _,
    textLength,
    publishedAtEarliest,
    publishedAtLatest,
    ...properties
  } = stored.properties;
  return {
    ...{ key, publisher, basedOn, properties, dataset: inDataset ?? '' },
    textLength: (textLength ?? null) as number | null,
    publishedAtEarliest: (publishedAtEarliest ?? null) as string | null,
    publishedAtLatest: (publishedAtLatest ?? null) as string | null,
  };
}
