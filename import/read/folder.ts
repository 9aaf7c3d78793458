import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { RecordSchemas } from '../check/schemas.ts';
import { csvName, readCsv } from './csv/csv.ts';
import type { Reading } from './reading.ts';
import { readYamlFolder } from './yaml.ts';

export const descriptionFile = 'dataset.yaml';

/** The files that make a folder a dataset; none where it is not. */
export async function datasetFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  return names.filter((name) => name === descriptionFile || csvName.test(name)).sort();
}

/** Reads a dataset folder: YAML as it is laid out beside `dataset.yaml`, and CSV files. */
export async function* readFolder(
  folder: string,
  files: readonly string[],
  schemas: RecordSchemas,
): AsyncGenerator<Reading> {
  if (files.includes(descriptionFile)) yield* readYamlFolder(folder);
  for (const name of files.filter((each) => csvName.test(each))) {
    yield* readCsv(join(folder, name), schemas);
  }
}
