import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ontology } from '../../../schema/ontology/define.ts';
import { recordOf } from '../csv/columns.ts';
import { refusedFile } from '../csv/table.ts';
import { keyOfId } from '../foreign/key.ts';
import { type Linker, linked } from '../foreign/linker.ts';
import type { SourceCounts } from '../foreign/source-counts.ts';
import type { Reading } from '../reading.ts';
import type { FileMapping, FolderMapping, MappedRecord } from './mapping.ts';
import { type SourceRow, sourceRows } from './source-rows.ts';
import { filled } from './template.ts';

const dataName = /\.(csv|tsv|json|ndjson|jsonl)(\.gz)?$/;
const keyColumns = ['key', 'from', 'to'];

/** Reads a folder of other people's files as the mapping says; a file that it leaves out is refused. */
export function readMapped(
  folder: string,
  mapping: FolderMapping,
  ontology: Ontology,
  counts: SourceCounts,
): AsyncGenerator<Reading> {
  return linked(ontology, counts, async function* (linker) {
    const position = { file: mapping.path, line: 1, pointer: '/dataset' };
    yield { readable: true, kind: 'dataset', value: mapping.dataset, position };
    const there = (await readdir(folder)).sort();
    const declared = mapping.files.map(({ file }) => file);
    for (const name of there.filter((each) => dataName.test(each) && !declared.includes(each))) {
      const problem = 'is not in the mapping; declare it, or say under noCounterpart why not';
      yield refusedFile(join(folder, name), 1, problem);
    }
    for (const file of mapping.files)
      yield* readFile(join(folder, file.file), file, linker, counts);
  });
}

async function* readFile(
  path: string,
  mapping: FileMapping,
  linker: Linker,
  counts: SourceCounts,
): AsyncGenerator<Reading> {
  const { called, record, unlessDescribed, columns } = mapping;
  for await (const row of sourceRows(path, mapping)) {
    if (!row.readable) {
      yield row;
      continue;
    }
    const { position } = row;
    counts.count(called, 'read');
    const value = record && valueOfRow(record, row);
    if (!record || !value) {
      counts.count(called, 'withoutCounterpart');
      continue;
    }
    for (const column of row.columns) {
      if (!isNamed(column, columns)) counts.property(called, column);
    }
    if (record.kind === 'entity') linker.describe(String(value.key), record.type);
    yield { readable: true, kind: record.kind, value, position, source: called };
    for (const other of unlessDescribed) {
      const entity = valueOfRow(other, row);
      if (entity) await linker.describeUnlessDescribed(entity, position);
    }
  }
}

/** Null where the row leaves a key empty: it speaks of nothing. */
function valueOfRow({ type, fields }: MappedRecord, row: SourceRow): { key: string } | null {
  const cells = fields.map(([column, template]) => {
    const text = filled(template, row.cell) ?? '';
    return [column, keyColumns.includes(column.name) && text ? keyOfId(text) : text] as const;
  });
  const spoken = cells.every(([{ name }, text]) => text !== '' || !keyColumns.includes(name));
  return spoken ? ({ ...recordOf(cells, ','), type } as unknown as { key: string }) : null;
}

/** Also where only a part of it is named. */
function isNamed(column: string, columns: ReadonlySet<string>): boolean {
  return columns.has(column) || [...columns].some((each) => each.startsWith(`${column}.`));
}
