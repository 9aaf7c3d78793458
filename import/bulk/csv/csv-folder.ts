import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type CsvPaths, CsvTable } from './csv-table.ts';
import type { Property } from './properties.ts';

/** Files for the offline importer. */
export interface CsvFiles {
  /** By labels, as `Entity:Company`. */
  readonly nodes: Readonly<Record<string, CsvPaths>>;
  readonly relationships: Readonly<Record<string, CsvPaths>>;
  readonly listSeparator: string;
}

/** Files that grow at the same time: one for each set of labels and each type of relationship. */
export class CsvFolder {
  readonly #folder: string;
  readonly #listSeparator: string;
  readonly #nodes = new Map<string, CsvTable>();
  readonly #relationships = new Map<string, CsvTable>();

  constructor(folder: string, listSeparator: string) {
    mkdirSync(folder, { recursive: true });
    this.#folder = folder;
    this.#listSeparator = listSeparator;
  }

  node(labels: string, id: number, properties: Iterable<Property>): void {
    this.#table(this.#nodes, labels, [':ID']).add([id], properties);
  }

  relationship(type: string, from: number, to: number, properties: Iterable<Property> = []): void {
    const table = this.#table(this.#relationships, type, [':START_ID', ':END_ID']);
    table.add([from, to], properties);
  }

  close(): CsvFiles {
    const paths = (tables: ReadonlyMap<string, CsvTable>) =>
      Object.fromEntries([...tables].map(([name, table]) => [name, table.close()]));
    const nodes = paths(this.#nodes);
    const relationships = paths(this.#relationships);
    return { nodes, relationships, listSeparator: this.#listSeparator };
  }

  #table(tables: Map<string, CsvTable>, name: string, keys: readonly string[]): CsvTable {
    const known = tables.get(name);
    if (known) return known;
    const path = join(this.#folder, name.replace(':', '-'));
    const table = new CsvTable(path, keys, this.#listSeparator);
    tables.set(name, table);
    return table;
  }
}
