import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Reading, Unreadable } from './reading.ts';
import { readYamlFile, type YamlFile } from './yaml-file.ts';

/** Reads a dataset folder: `dataset.yaml`, `entities/`, `relations/` and `documents/`. */
export async function* readYamlFolder(folder: string): AsyncGenerator<Reading> {
  yield* readFileWith(join(folder, 'dataset.yaml'), readDataset);
  for (const file of await yamlFiles(join(folder, 'entities'))) {
    yield* readFileWith(file, (yaml) => readList(yaml, 'entity'));
  }
  for (const file of await yamlFiles(join(folder, 'relations'))) {
    yield* readFileWith(file, (yaml) => readList(yaml, 'relation'));
  }
  for (const file of await yamlFiles(join(folder, 'documents'))) {
    yield* readFileWith(file, readDocument);
  }
}

async function* readFileWith(
  file: string,
  read: (yaml: YamlFile) => Iterable<Reading>,
): AsyncGenerator<Reading> {
  const yaml = await readYamlFile(file);
  if ('readable' in yaml) yield yaml;
  else yield* read(yaml);
}

function* readDataset(yaml: YamlFile): Generator<Reading> {
  yield { readable: true, kind: 'dataset', value: yaml.content, position: yaml.positionAt([]) };
}

function* readList(yaml: YamlFile, kind: 'entity' | 'relation'): Generator<Reading> {
  if (yaml.content === null) return;
  if (!Array.isArray(yaml.content)) {
    yield misshapen(yaml, `a file of this folder is a list: begin each ${kind} with "- "`);
    return;
  }
  for (const [index, value] of yaml.content.entries()) {
    yield { readable: true, kind, value, position: yaml.positionAt([index]) };
  }
}

function* readDocument(yaml: YamlFile): Generator<Reading> {
  const { content } = yaml;
  if (!isRecord(content) || !isRecord(content.document)) {
    yield misshapen(yaml, 'a document file has the two keys document and statements');
    return;
  }
  const { document, statements = [], ...rest } = content;
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined || !(statements === null || Array.isArray(statements))) {
    const problem = unknown === undefined ? 'statements is no list' : `unknown key "${unknown}"`;
    yield misshapen(yaml, `${problem}; a document file has the two keys document and statements`);
    return;
  }
  yield {
    readable: true,
    kind: 'document',
    value: document,
    position: yaml.positionAt(['document']),
  };
  for (const [index, value] of (statements ?? []).entries()) {
    const position = yaml.positionAt(['statements', index]);
    const statement = isRecord(value) ? { ...value, document: document.key } : value;
    yield { readable: true, kind: 'statement', value: statement, position };
  }
}

function misshapen(yaml: YamlFile, message: string): Unreadable {
  return { readable: false, position: yaml.positionAt([]), code: 'SYNTAX', message };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** In the order of their names, so that two runs report alike. */
async function yamlFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  return entries
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
