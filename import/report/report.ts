import type { SourceProperty, SourceType } from '../read/foreign/source-counts.ts';
import type { ConflictChange } from './conflict-change.ts';

export type ReportKind = 'entity' | 'document' | 'statement' | 'relation';
export const reportKinds: readonly ReportKind[] = ['entity', 'document', 'statement', 'relation'];

export interface Counts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly retracted: number;
}

export interface Reject {
  readonly file: string;
  readonly line: number;
  /** JSON pointer into the line or file. */
  readonly path: string;
  readonly code: string;
  /** Says what to change. */
  readonly message: string;
  readonly record?: unknown;
}

export interface ImportReport extends Counts {
  readonly rejected: number;
  readonly byKind: Readonly<Record<ReportKind, Counts>>;
  /** `other`: datasets, and what is of no kind that could be told. */
  readonly rejectedByKind: Readonly<Record<ReportKind | 'other', number>>;
  /** The first thousand; all of them are in the rejects files. */
  readonly rejects: readonly Reject[];
  readonly rejectFiles: readonly string[];
  /** Objects in forms that are not ours, by their types, and what of them has no place here. */
  readonly sources: {
    readonly types: readonly SourceType[];
    readonly properties: readonly SourceProperty[];
  };
  /** That appear, go, or are between other claims than before. */
  readonly conflicts: readonly ConflictChange[];
  readonly passagesChecked: number;
  readonly passagesNotAtHand: number;
  /** Documents of which the copy at hand is not the text that was read. */
  readonly changedCopies: readonly string[];
  readonly datasets: readonly string[];
  /** Why nothing was written though there was something to write; null when it was. */
  readonly stopped: 'strict' | 'maxRejects' | null;
}
