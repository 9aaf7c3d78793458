import { key } from '../check/fields.ts';
import { ImportError } from '../import-error.ts';
import { recordOf } from './ndjson.ts';
import type { Input } from './reading.ts';

export interface RecordList {
  readonly records: readonly Readonly<Record<string, unknown>>[];
  /** The key of the dataset, unless a record of kind `dataset` gives another. */
  readonly dataset?: string | undefined;
  /** What is known of that dataset, where the records do not describe it. */
  readonly described?: Readonly<Record<string, unknown>> | null;
}

/** Their place in a report is their number in the list, from 1. */
export function inputOf({ records, dataset, described = null }: RecordList): Input {
  if (dataset !== undefined && !key.safeParse(dataset).success) {
    throw new ImportError(`"${dataset}" is no key; use a-z and 0-9, joined by hyphens.`);
  }
  return {
    path: 'records',
    defaultDataset: dataset ?? null,
    async *read() {
      const whole = { file: 'records', line: 0, pointer: '' };
      if (described) yield { readable: true, kind: 'dataset', value: described, position: whole };
      for (const [index, value] of records.entries()) {
        yield recordOf({ value, position: { file: 'records', line: index + 1, pointer: '' } });
      }
    },
  };
}
