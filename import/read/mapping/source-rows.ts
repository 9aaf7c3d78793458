import { didYouMean } from '../../check/closest.ts';
import { tableRows } from '../csv/table.ts';
import { jsonItems } from '../json-items.ts';
import { jsonLines } from '../json-lines.ts';
import { excess } from '../limits.ts';
import type { Position } from '../position.ts';
import type { Unreadable } from '../reading.ts';
import type { FileMapping } from './mapping.ts';

/** A row of a table, or an object of JSON, whose values are asked for by name. */
export interface SourceRow {
  readonly readable: true;
  readonly position: Position;
  /** Of columns that are not empty. */
  readonly columns: readonly string[];
  cell(column: string): string | undefined;
}

export function sourceRows(
  path: string,
  mapping: FileMapping,
): AsyncGenerator<SourceRow | Unreadable> {
  if (/\.(csv|tsv|txt)(\.gz)?$/.test(path)) return tableSource(path, mapping);
  return jsonSource(/\.json(\.gz)?$/.test(path) ? jsonItems(path) : jsonLines(path));
}

async function* tableSource(path: string, { columns, delimiter }: FileMapping) {
  const places = new Map<string, number>();
  let header: readonly string[] = [];
  const onHeader = (names: readonly string[]) => {
    header = names;
    for (const column of columns) {
      const found = placeOf(column, names);
      if (typeof found === 'string') return found;
      places.set(column, found);
    }
    return null;
  };
  for await (const row of tableRows(path, onHeader, delimiter)) {
    if (!row.readable) {
      yield row;
      continue;
    }
    const { position } = row;
    const named = (index: number) =>
      [...columns].find((column) => places.get(column) === index) ?? header[index] ?? '';
    const filled = row.cells.flatMap((cell, index) => (cell.trim() === '' ? [] : [named(index)]));
    const cell = (column: string) => row.cells[places.get(column) ?? -1]?.trim();
    yield { readable: true, position, columns: filled, cell } as const;
  }
}

/** Where the column is, by its name or its number, or what is wrong with either. */
function placeOf(column: string, header: readonly string[]): number | string {
  const found = header.flatMap((name, index) => (name === column ? [index] : []));
  if (found.length > 1) {
    const numbers = found.map((index) => `{${index + 1}}`).join(', ');
    return `has ${found.length} columns "${column}"; name them by number in the mapping: ${numbers}`;
  }
  if (found[0] !== undefined) return found[0];
  const number = /^\d+$/.test(column) ? Number(column) : 0;
  if (number >= 1 && number <= header.length) return number - 1;
  return `has no column "${column}", which the mapping names; there are ${header.join(', ')}${didYouMean(column, header)}`;
}

type JsonObject = {
  readonly readable: true;
  readonly value: Readonly<Record<string, unknown>>;
  readonly position: Position;
};

async function* jsonSource(objects: AsyncIterable<JsonObject | Unreadable>) {
  for await (const object of objects) {
    if (!object.readable) {
      yield object;
      continue;
    }
    const { value, position } = object;
    const tooMuch = excess(value);
    if (tooMuch) {
      const { code, message } = tooMuch;
      yield { readable: false, code, message, position } as const;
      continue;
    }
    const cell = (column: string) => textOf(at(value, column));
    const columns = Object.keys(value).filter((name) => textOf(value[name]));
    yield { readable: true, position, columns, cell } as const;
  }
}

/** A key, or keys and indexes joined by dots. */
function at(value: Readonly<Record<string, unknown>>, column: string): unknown {
  if (Object.hasOwn(value, column)) return value[column];
  return column
    .split('.')
    .reduce<unknown>((inside, token) => (Object(inside) as Record<string, unknown>)[token], value);
}

/** Lists of texts are one text, as in a cell of a table. */
function textOf(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value !== 'object') return String(value).trim();
  if (!Array.isArray(value)) return JSON.stringify(value);
  return value.map(textOf).join('|');
}
