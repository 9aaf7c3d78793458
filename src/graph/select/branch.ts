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

const answers = Symbol('answers');

interface Holder {
  [answers]?: Map<string, unknown>;
  readonly label?: unknown;
}

/** Keeps with a row what its branches found; their values begin at an offset. */
export function hold(
  row: Holder,
  branches: readonly Branch[],
  values: readonly unknown[],
  offset: number,
): void {
  const held = new Map<string, unknown>();
  for (let i = 0; i < branches.length; i++) {
    const { key, read, types } = branches[i] as Branch;
    if (!types || types.has(String(row.label))) held.set(key, read(values[offset + i]));
  }
  row[answers] = held;
}

/** What a row holds for a field; undefined where the field has to load it. */
export function heldAnswer(row: object, key: string): unknown {
  return (row as Holder)[answers]?.get(key);
}
