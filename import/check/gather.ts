import { lineAt, type Position } from '../read/position.ts';
import type { Input } from '../read/reading.ts';
import type { Spools } from '../spool.ts';
import type { Problem } from './problem.ts';
import type { DatasetRecord, Kind } from './records.ts';
import type { RecordSchemas } from './schemas.ts';
import { shapeOf } from './shape.ts';

/** A record that cannot be taken. */
export interface Refusal {
  readonly input: number;
  readonly kind: string | null;
  readonly value: unknown;
  readonly position: Position;
  readonly code: string;
  readonly message: string;
  readonly path: string;
  readonly line: number;
}

export type Refuse = (refusal: Refusal) => Promise<void>;

/** Reads all inputs into the spools, record by record. Returns the dataset of each input. */
export async function gather(
  inputs: readonly Input[],
  schemas: RecordSchemas,
  spools: Spools,
  refuse: Refuse,
  onRecord: () => void,
): Promise<(DatasetRecord | null)[]> {
  const datasets: (DatasetRecord | null)[] = [];
  for (const [index, input] of inputs.entries()) {
    datasets.push(await gatherInput(index, input, schemas, spools, refuse, onRecord));
  }
  return datasets;
}

async function gatherInput(
  index: number,
  input: Input,
  schemas: RecordSchemas,
  spools: Spools,
  refuse: Refuse,
  onRecord: () => void,
): Promise<DatasetRecord | null> {
  let dataset: DatasetRecord | null = null;
  let datasetRefused = false;
  for await (const reading of input.read()) {
    onRecord();
    const { position } = reading;
    if (!reading.readable) {
      const { code, message, found } = reading;
      const path = position.pointer;
      datasetRefused ||= input.defaultDataset === null && position.file.endsWith('dataset.yaml');
      const { line } = position;
      await refuse({ input: index, kind: null, value: found, position, code, message, path, line });
      continue;
    }
    const kind = reading.kind as Kind;
    const shaped = shapeOf(kind, reading.value, schemas);
    if ('problem' in shaped) {
      datasetRefused ||= kind === 'dataset';
      await refuse(refusal(index, kind, reading.value, position, shaped.problem));
    } else if (kind === 'dataset') {
      const record = shaped.record as DatasetRecord;
      const problem = dataset && secondDataset(dataset, record);
      if (problem) await refuse(refusal(index, kind, record, position, problem));
      else dataset = record;
    } else {
      const spool = spools[kind] as { append(entry: unknown): Promise<void> };
      const source = reading.source === undefined ? {} : { source: reading.source };
      await spool.append({ record: shaped.record, position, input: index, ...source });
    }
  }
  if (datasetRefused || dataset) return datasetRefused ? null : dataset;
  const key = input.defaultDataset;
  return key === null ? null : { key, title: key, precedence: 100 };
}

export function refusal(
  input: number,
  kind: Kind,
  value: unknown,
  position: Position,
  { path, code, message }: Problem,
): Refusal {
  const line = lineAt(position, path);
  return { input, kind, value, position, code, message, path: position.pointer + path, line };
}

function secondDataset(first: DatasetRecord, second: DatasetRecord): Problem | null {
  if (JSON.stringify(first) === JSON.stringify(second)) return null;
  const message = `the file already belongs to the dataset ${first.key}; one dataset a file`;
  return { path: '/key', code: 'DUPLICATE_KEY', message };
}
