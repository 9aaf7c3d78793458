import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { type ColumnType, csvField } from './csv-value.ts';
import type { Property } from './properties.ts';

/** Characters that are written at once. */
const chunkSize = 1 << 18;

/**
 * A file for the offline importer that streams: columns are added as values turn up, and the header,
 * a file of its own, is written at the end. A row is only as long as its last value.
 */
export class CsvTable {
  readonly #path: string;
  readonly #keys: readonly string[];
  readonly #columns = new Map<string, { readonly at: number; readonly type: string }>();
  readonly #file: number;
  #waiting = '';
  rows = 0;

  /** `keys`: the leading columns, such as `:ID`, which hold integers. */
  constructor(path: string, keys: readonly string[]) {
    this.#path = path;
    this.#keys = keys;
    this.#file = openSync(path, 'w');
  }

  add(keys: readonly number[], properties: Iterable<Property>): void {
    const fields: string[] = keys.map(String);
    for (const { name, type, value } of properties) {
      fields[this.#columnOf(name, type, value)] = csvField(value, type);
    }
    // Holes of the array become empty fields.
    this.#waiting += `${fields.join(',')}\n`;
    this.rows++;
    if (this.#waiting.length > chunkSize) this.#flush();
  }

  /** As an argument of the importer: the header's file and this one. */
  close(): string {
    this.#flush();
    closeSync(this.#file);
    const names = [...this.#columns].map(([name, { type }]) => `${name}:${type}`);
    const header = `${this.#path}.header`;
    writeFileSync(header, `${[...this.#keys, ...names].join(',')}\n`);
    return `${header},${this.#path}`;
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

  #flush(): void {
    writeSync(this.#file, this.#waiting);
    this.#waiting = '';
  }
}
