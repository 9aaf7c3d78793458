import { lineAt, type Position } from '../read/position.ts';
import type { Input } from '../read/reading.ts';
import type { Spools } from '../spool.ts';
import { FileDatasets } from './file-datasets.ts';
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

/** By input; undefined where nothing is to be loaded of it, and a refusal has said why. */
export type DatasetsOfInputs = readonly (DatasetRecord | null | undefined)[];

/**
 * Reads all inputs into the spools, record by record. Returns the dataset of each input, and adds an
 * input for each further dataset that a file holds.
 */
export async function gather(
  inputs: Input[],
  schemas: RecordSchemas,
  spools: Spools,
  refuse: Refuse,
  onRecord: () => void,
): Promise<DatasetsOfInputs> {
  const datasets: (DatasetRecord | null | undefined)[] = [];
  for (const [index, input] of [...inputs.entries()]) {
    const add = () => inputs.push(input) - 1;
    const found = await gatherInput(index, input, add, schemas, spools, refuse, onRecord);
    for (const [part, dataset] of found) datasets[part] = dataset;
  }
  return Array.from(inputs, (_, index) => datasets[index]);
}

async function gatherInput(
  index: number,
  input: Input,
  addInput: () => number,
  schemas: RecordSchemas,
  spools: Spools,
  refuse: Refuse,
  onRecord: () => void,
): Promise<ReadonlyMap<number, DatasetRecord | null>> {
  const files = new FileDatasets(index, addInput);
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
    const { named, value } =
      input.defaultDataset === null ? unnamed(reading.value) : nameOf(reading.value);
    const shaped = shapeOf(kind, value, schemas);
    const part = kind === 'dataset' ? index : files.inputOf(named, position);
    if ('problem' in shaped) {
      datasetRefused ||= kind === 'dataset';
      await refuse(refusal(part, kind, reading.value, position, shaped.problem));
    } else if (kind === 'dataset') {
      const record = shaped.record as DatasetRecord;
      const problem = files.describe(record, position);
      if (problem) await refuse(refusal(index, kind, record, position, problem));
    } else {
      const spool = spools[kind] as { append(entry: unknown): Promise<void> };
      const source = reading.source === undefined ? {} : { source: reading.source };
      await spool.append({ record: shaped.record, position, input: part, ...source });
    }
  }
  const key = input.defaultDataset;
  const whole = key === null || datasetRefused ? null : { key, title: key, precedence: 100 };
  const { datasets, problems } = files.resolve(whole);
  if (datasetRefused && datasets.has(index)) datasets.set(index, null);
  for (const { value, position, ...problem } of problems) {
    await refuse(refusal(index, 'dataset', value, position, problem));
  }
  return datasets;
}

/** The dataset that a record names, and the rest of it. */
function nameOf(value: unknown): { readonly named: string | null; readonly value: unknown } {
  const { dataset, ...rest } = Object(value) as Record<string, unknown>;
  return typeof dataset === 'string' ? { named: dataset, value: rest } : unnamed(value);
}

function unnamed(value: unknown) {
  return { named: null, value };
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
