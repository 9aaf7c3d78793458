import { join } from 'node:path';
import { CsvTable } from './csv-table.ts';

/** Relationships without properties, a file for each type. */
export class ProvenanceTables {
  readonly #folder: string;
  readonly #tables = new Map<string, CsvTable>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  add(type: string, from: number, to: number): void {
    let table = this.#tables.get(type);
    if (!table) {
      table = new CsvTable(join(this.#folder, `${type}.csv`), [':START_ID', ':END_ID']);
      this.#tables.set(type, table);
    }
    table.add([from, to], []);
  }

  /** By type, as arguments of the importer. */
  close(): Map<string, string> {
    return new Map([...this.#tables].map(([type, table]) => [type, table.close()]));
  }
}
