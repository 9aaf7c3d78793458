import type { Position } from './position.ts';

/** A record as it was found, its content not yet checked. */
export interface RawRecord {
  readonly readable: true;
  readonly kind: string;
  readonly value: unknown;
  readonly position: Position;
  /** The type, in the words of its form, of the object that this record stands for. */
  readonly source?: string;
}

/** Something of which not even the kind of record is known. */
export interface Unreadable {
  readonly readable: false;
  readonly position: Position;
  readonly code: 'ENCODING' | 'SYNTAX' | 'TOO_LONG' | 'TOO_DEEP' | 'UNKNOWN_KIND' | 'FILE';
  readonly message: string;
  /** What was found, cut short. */
  readonly found?: unknown;
}

export type Reading = RawRecord | Unreadable;

/** A file or folder that was named, and how to read it. */
export interface Input {
  readonly path: string;
  /** The key of the dataset, unless a record of kind `dataset` gives another; null: it must. */
  readonly defaultDataset: string | null;
  readonly read: () => AsyncGenerator<Reading>;
}
