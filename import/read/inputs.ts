import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Ontology } from '../../schema/ontology/define.ts';
import { key } from '../check/fields.ts';
import { type RecordSchemas, recordSchemas } from '../check/schemas.ts';
import { ImportError } from '../import-error.ts';
import { standardInput } from './chunks.ts';
import { csvName, readCsv } from './csv/csv.ts';
import { datasetFiles, descriptionFile, readFolder } from './folder.ts';
import { kebabCase } from './foreign/key.ts';
import type { SourceCounts } from './foreign/source-counts.ts';
import type { Format } from './formats.ts';
import { readFtm } from './ftm/ftm.ts';
import { readJsonLd } from './jsonld/jsonld.ts';
import { readMapping } from './mapping/mapping.ts';
import { readMapped } from './mapping/read-mapped.ts';
import { readNdjson } from './ndjson.ts';
import type { Input, Reading } from './reading.ts';

/** What an import reads. */
export interface InputPaths {
  /** Dataset folders, folders of dataset folders, NDJSON and CSV files, and `-` for standard input. */
  readonly paths: readonly string[];
  /** The key of the dataset for inputs that name none themselves; else it is made of their names. */
  readonly dataset?: string | undefined;
  /** What JSON files and standard input hold; records of ours unless another form is named. */
  readonly format?: Format | undefined;
  /** A declaration of how folders of other people's files are read. */
  readonly mapping?: string | undefined;
}

export interface InputOptions extends Omit<InputPaths, 'paths'> {
  readonly ontology: Ontology;
  readonly sources: SourceCounts;
}

/** What the paths stand for: dataset folders, folders of them, files, and `-` for standard input. */
export async function inputsAt(paths: readonly string[], options: InputOptions): Promise<Input[]> {
  if (paths.length === 0) throw new ImportError('Name at least one dataset folder or file.');
  const { ontology, dataset } = options;
  if (dataset !== undefined && !key.safeParse(dataset).success) {
    throw new ImportError(`--dataset: "${dataset}" is no key; use a-z and 0-9, joined by hyphens.`);
  }
  const schemas = recordSchemas(ontology);
  const inputs = await Promise.all(paths.map((path) => inputsAtPath(path, options, schemas)));
  const once = new Map(inputs.flat().map((input) => [input.path, input]));
  return [...once.values()];
}

async function inputsAtPath(
  path: string,
  options: InputOptions,
  schemas: RecordSchemas,
): Promise<Input[]> {
  const input = (at: string, read: () => AsyncGenerator<Reading>) => ({
    ...{ path: at, defaultDataset: options.dataset ?? keyOf(at), read },
  });
  const jsonInput = (at: string) => input(at, () => readJson(at, options));
  if (path === '-') return [jsonInput(standardInput)];
  const stats = await stat(path).catch(() => null);
  if (!stats) throw new ImportError(`There is nothing at ${path}.`);
  if (options.mapping !== undefined) {
    if (!stats.isDirectory()) throw new ImportError(`--mapping reads folders; ${path} is none.`);
    const mapping = await readMapping(options.mapping, schemas);
    const read = () => readMapped(path, mapping, options.ontology, options.sources);
    return [{ path, defaultDataset: null, read }];
  }
  if (stats.isDirectory()) {
    const folders = await datasetFolders(path);
    if (folders.length === 0) {
      throw new ImportError(
        `${path} holds no dataset.yaml and no CSV file, nor does a folder in it.`,
      );
    }
    return folders.map(({ folder, files }) => ({
      ...input(folder, () => readFolder(folder, files, schemas)),
      ...(files.includes(descriptionFile) ? { defaultDataset: null } : {}),
    }));
  }
  if (csvName.test(path)) return [input(path, () => readCsv(path, schemas))];
  if (jsonNames[options.format ?? 'claimgraph'].test(path)) return [jsonInput(path)];
  throw new ImportError(
    `${path} is neither a dataset folder nor a file named .ndjson, .jsonl, .csv or .tsv (.gz or not).${hint(path)}`,
  );
}

/** What files of a form are named. FollowTheMoney calls a file of lines .json as well. */
const jsonNames: Record<Format, RegExp> = {
  claimgraph: /\.(ndjson|jsonl)(\.gz)?$/,
  ftm: /\.(ndjson|jsonl|json|ftm)(\.gz)?$/,
  jsonld: /\.(ndjson|jsonl|json|jsonld)(\.gz)?$/,
};

function hint(path: string): string {
  return /\.(json|jsonld|ftm)(\.gz)?$/.test(path) ? ' Other forms are named by --format.' : '';
}

function readJson(file: string, { format, ontology, sources }: InputOptions) {
  switch (format) {
    case 'jsonld':
      return readJsonLd(file, ontology, sources);
    case 'ftm':
      return readFtm(file, ontology, sources);
    default:
      return readNdjson(file);
  }
}

interface DatasetFolder {
  readonly folder: string;
  readonly files: readonly string[];
}

async function datasetFolders(path: string): Promise<DatasetFolder[]> {
  const files = await datasetFiles(path);
  if (files.length > 0) return [{ folder: path, files }];
  const entries = await readdir(path, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const inside = await Promise.all(
    folders.sort().map(async (name) => {
      const folder = join(path, name);
      return { folder, files: await datasetFiles(folder) };
    }),
  );
  return inside.filter(({ files: found }) => found.length > 0);
}

/** `Acme Rockets.ndjson.gz` → `acme-rockets`. */
function keyOf(path: string): string {
  const name = basename(path).replace(/(\.[a-z]+)?(\.gz)?$/i, '');
  return kebabCase(name) || 'dataset';
}
