import type { z } from 'zod';
import { type Cypher, listOf } from '../cypher.ts';
import { type Branch, hold } from './branch.ts';

/** One value of a row: how the database gives it, and what becomes of it where that differs. */
export interface Column {
  readonly value: (row: Cypher) => Cypher;
  readonly read?: (raw: never) => unknown;
}

export type Columns<Row> = { readonly [Name in keyof Row]-?: Column };

/**
 * What is asked for of a row. It travels as a list, which costs the driver half as much as a map, and
 * a third of a node with all its properties.
 */
export interface Shape<Row> {
  /** How many values it has. */
  readonly width: number;
  /** Whether nothing is matched from the row, so that it need not be a variable. */
  readonly isLeaf: boolean;
  /** The values one by one, for a list that holds others too. */
  readonly parts: (row: Cypher) => readonly Cypher[];
  /** The values as a list, given the row's variable. */
  readonly values: (row: Cypher) => Cypher;
  /** Reads a list in which the values begin at `offset`; at its start if nothing is said. */
  readonly read: (values: readonly unknown[], offset?: number) => Row;
  /** What {@link read} returns. */
  readonly schema: z.ZodType<Row>;
}

/** All that there is of a row. */
export function wholeShape<Row extends object>(
  catalogue: Pick<Asked<Row>, 'columns' | 'schema'>,
): Shape<Row> {
  const names = Object.keys(catalogue.columns) as (keyof Row & string)[];
  return shape({ ...catalogue, names });
}

interface Asked<Row> {
  readonly columns: Columns<Row>;
  readonly schema: z.ZodObject;
  /** Columns that are asked for; the row has no others. */
  readonly names: readonly (keyof Row & string)[];
  readonly branches?: readonly Branch[];
  /** Values that are known without asking. */
  readonly known?: Partial<Row>;
}

export function shape<Row extends object>(asked: Asked<Row>): Shape<Row> {
  const { columns, schema, names, branches = [], known } = asked;
  const reads = names.map((name) => columns[name].read as ((raw: unknown) => unknown) | undefined);
  const parts = (row: Cypher) => [
    ...names.map((name) => columns[name].value(row)),
    ...branches.map((branch) => branch.value(row)),
  ];
  return {
    width: names.length + branches.length,
    isLeaf: branches.length === 0,
    parts,
    values: (row) => listOf(parts(row)),
    read: (values, offset = 0) => {
      const row: Record<string, unknown> = { ...known };
      for (let i = 0; i < names.length; i++) {
        const raw = values[offset + i];
        row[names[i] as string] = raw === null ? null : (reads[i]?.(raw as never) ?? raw);
      }
      if (branches.length > 0) hold(row, branches, values, offset + names.length);
      return row as Row;
    },
    // Made where rows are checked, which a server does not.
    get schema() {
      const picked = names.filter((name) => name in schema.shape).map((name) => [name, true]);
      return schema.pick(Object.fromEntries(picked) as never) as unknown as z.ZodType<Row>;
    },
  };
}
