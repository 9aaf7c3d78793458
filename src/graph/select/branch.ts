import type { Cypher } from '../cypher.ts';

/** A field of a row that leads on to other rows, answered together with the row. */
export interface Branch {
  /** The name of the field in the answer: a client may ask for one field under several. */
  readonly key: string;
  /** One value, given the row's variable. */
  readonly value: (row: Cypher) => Cypher;
  /** What the field resolves to. */
  readonly read: (raw: unknown) => unknown;
  /** Entity types that have the field; all, where absent. */
  readonly types?: ReadonlySet<string> | undefined;
}

const held = Symbol('held');

interface Held {
  readonly branches: readonly Branch[];
  readonly values: readonly unknown[];
  readonly offset: number;
}

interface Holder {
  [held]?: Held;
  readonly label?: unknown;
}

/** Keeps with a row what its branches found; their values begin at an offset, and are read when asked for. */
export function hold(
  row: Holder,
  branches: readonly Branch[],
  values: readonly unknown[],
  offset: number,
): void {
  row[held] = { branches, values, offset };
}

/** What a row holds for a field; undefined where the field has to load it. */
export function heldAnswer(row: Holder, key: string): unknown {
  const found = row[held];
  if (!found) return undefined;
  const { branches, values, offset } = found;
  for (let i = 0; i < branches.length; i++) {
    const branch = branches[i] as Branch;
    if (branch.key === key && (!branch.types || branch.types.has(String(row.label)))) {
      return branch.read(values[offset + i]);
    }
  }
  return undefined;
}
