import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ImportError } from '../import-error.ts';
import { readNdjson } from './ndjson.ts';
import type { Input } from './reading.ts';
import { readYamlFolder } from './yaml.ts';

/** What the paths stand for: a dataset folder, a folder of such folders, or an NDJSON file. */
export async function inputsAt(paths: readonly string[]): Promise<Input[]> {
  if (paths.length === 0) throw new ImportError('Name at least one dataset folder or NDJSON file.');
  const inputs = await Promise.all(paths.map(inputsAtPath));
  const once = new Map(inputs.flat().map((input) => [input.path, input]));
  return [...once.values()];
}

async function inputsAtPath(path: string): Promise<Input[]> {
  const stats = await stat(path).catch(() => null);
  if (!stats) throw new ImportError(`There is nothing at ${path}.`);
  if (stats.isDirectory()) {
    const folders = await datasetFolders(path);
    if (folders.length > 0) return folders.map(folderInput);
    throw new ImportError(`${path} holds no dataset.yaml, nor does a folder in it.`);
  }
  if (/\.(ndjson|jsonl)$/.test(path)) return [fileInput(path)];
  throw new ImportError(
    `${path} is neither a folder with a dataset.yaml nor a file named .ndjson or .jsonl.`,
  );
}

async function datasetFolders(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true });
  if (entries.some((entry) => entry.name === 'dataset.yaml')) return [path];
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const holding = await Promise.all(
    folders.sort().map(async (name) => {
      const inside = await readdir(join(path, name));
      return inside.includes('dataset.yaml') ? [join(path, name)] : [];
    }),
  );
  return holding.flat();
}

function folderInput(path: string): Input {
  return { path, defaultDataset: null, read: () => readYamlFolder(path) };
}

function fileInput(path: string): Input {
  const name = basename(path).replace(/\.(ndjson|jsonl)$/, '');
  const key = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return { path, defaultDataset: key || 'dataset', read: () => readNdjson(path) };
}
