import type { Ref } from '../spool.ts';
import type { GivenRelations } from './given-relations.ts';
import type { Keeping } from './keeping.ts';
import type { DatasetRecord } from './records.ts';
import type { Revision } from './revision.ts';

export interface CheckedEntity {
  readonly type: string;
  /** One record for each dataset that describes it. */
  readonly records: Map<string, { readonly ref: Ref; readonly digest: string }>;
}

export interface CheckedDocument {
  readonly dataset: string;
  readonly ref: Ref;
  readonly digest: string;
  readonly textLength: number | undefined;
  readonly textSha256: string | undefined;
  /** Of the reader's own copy: another than that of the text where the copy differs from it. */
  readonly copySha256: string | undefined;
  readonly publisher: string | undefined;
  readonly basedOn: readonly string[];
  /** By identity. */
  readonly statements: Map<string, Ref>;
}

/** Input that may be written as it stands: what is left after all checks, and where it lies. */
export interface Checked {
  readonly datasets: ReadonlyMap<string, DatasetRecord>;
  /** The dataset of each input; null where that could not be told. */
  readonly datasetOf: readonly (string | null)[];
  readonly entities: Map<string, CheckedEntity>;
  readonly documents: Map<string, CheckedDocument>;
  readonly relations: GivenRelations;
  /** By dataset. */
  readonly revisions: ReadonlyMap<string, Revision>;
  readonly keeping: Keeping;
  passagesChecked: number;
  passagesNotAtHand: number;
}

/** Keys of the datasets that the input holds, in order. */
export function datasetsOf({ datasets }: Checked): string[] {
  return [...datasets.keys()].sort();
}
