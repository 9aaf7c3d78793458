import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { type ColumnType, csvField } from './csv-value.ts';
import type { Property } from './properties.ts';

/** Bytes that are written at once. A row has at most some ten thousand. */
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
  // Bytes rather than a growing text, whose thousands of pieces would have to be kept apart.
  readonly #waiting = Buffer.allocUnsafe(chunkSize);
  #length = 0;

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
    const row = `${fields.join(',')}\n`;
    // A UTF-16 unit becomes three bytes at most.
    if (this.#length + row.length * 3 > chunkSize) this.#flush();
    this.#length += this.#waiting.write(row, this.#length);
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
    writeSync(this.#file, this.#waiting, 0, this.#length);
    this.#length = 0;
  }
}
