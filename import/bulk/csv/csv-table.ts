import { writeFileSync } from 'node:fs';
import { type ColumnType, csvField } from './csv-value.ts';
import type { Property } from './properties.ts';
import { RowFile } from './row-file.ts';

export interface CsvPaths {
  /** Without rows: a file of its own, which is written last. */
  readonly header: string;
  readonly rows: string;
  /** Rows with line breaks in their texts, which take the importer longer; null where there are none. */
  readonly multiline: string | null;
}

/**
 * A table for the offline importer that streams: columns are added as values turn up. A row is only as
 * long as its last value.
 */
export class CsvTable {
  readonly #path: string;
  readonly #keys: readonly string[];
  readonly #separator: string;
  readonly #columns = new Map<string, { readonly at: number; readonly type: string }>();
  readonly #rows: RowFile;
  #multiline: RowFile | null = null;

  /** `keys`: the leading columns, such as `:ID`, which hold integers. */
  constructor(path: string, keys: readonly string[], separator: string) {
    this.#path = path;
    this.#keys = keys;
    this.#separator = separator;
    this.#rows = new RowFile(`${path}.csv`);
  }

  add(keys: readonly number[], properties: Iterable<Property>): void {
    const fields: string[] = keys.map(String);
    for (const { name, type, value } of properties) {
      fields[this.#columnOf(name, type, value)] = csvField(value, type, this.#separator);
    }
    // Holes of the array become empty fields.
    const row = fields.join(',');
    if (/[\r\n]/.test(row)) {
      this.#multiline ??= new RowFile(`${this.#path}-multiline.csv`);
      this.#multiline.add(`${row}\n`);
    } else this.#rows.add(`${row}\n`);
  }

  close(): CsvPaths {
    for (const rows of [this.#rows, this.#multiline]) rows?.close();
    const names = [...this.#columns].map(([name, { type }]) => `${name}:${type}`);
    const header = `${this.#path}-header.csv`;
    writeFileSync(header, `${[...this.#keys, ...names].join(',')}\n`);
    return { header, rows: this.#rows.path, multiline: this.#multiline?.path ?? null };
  }

  #columnOf(name: string, type: ColumnType, value: unknown): number {
    const wanted = `${type}${Array.isArray(value) ? '[]' : ''}`;
    const known = this.#columns.get(name);
    if (!known) {
      const at = this.#keys.length + this.#columns.size;
      this.#columns.set(name, { at, type: wanted });
      return at;
    }
    if (known.type !== wanted) {
      throw new RangeError(`${name} is a ${known.type}, and here a ${wanted}`);
    }
    return known.at;
  }
}
