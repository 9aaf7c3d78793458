import { basename } from 'node:path';
import { didYouMean } from '../../check/closest.ts';
import type { RecordSchemas } from '../../check/schemas.ts';
import type { Reading } from '../reading.ts';
import { type Column, columnsOf, headerProblem, recordOf } from './columns.ts';
import { refusedFile, tableRows } from './table.ts';

export const csvName = /\.(csv|tsv)(\.gz)?$/;

/** Reads a file named after an entity type or a relation type: a record from each row. */
export async function* readCsv(file: string, schemas: RecordSchemas): AsyncGenerator<Reading> {
  const type = basename(file).replace(csvName, '');
  const kind = schemas.entity.has(type) ? 'entity' : 'relation';
  const schema = schemas[kind].get(type);
  if (!schema) {
    const types = [...schemas.entity.keys(), ...schemas.relation.keys()];
    const close = didYouMean(type, types);
    yield refusedFile(file, 1, `is named after no entity type and no relation type${close}`);
    return;
  }
  const columns = columnsOf(schema);
  let header: Column[] = [];
  const onHeader = (names: readonly string[]) => {
    const problem = headerProblem(names, columns);
    header = names.flatMap((name) => columns.find((column) => column.name === name) ?? []);
    return problem;
  };
  for await (const row of tableRows(file, onHeader)) {
    if (!row.readable) {
      yield row;
      continue;
    }
    const cells = header.map((column, index) => [column, row.cells[index] ?? ''] as const);
    const value = { ...recordOf(cells, row.delimiter), type };
    yield { readable: true, kind, value, position: row.position };
  }
}
