/** A change that a caller of the API has asked for. */
export interface ChangeRun {
  readonly kind: 'import' | 'retract' | 'merge' | 'split';
  /** DONE, DRY_RUN, REPLAYED, or the code of the problem. */
  readonly outcome: string;
  readonly records: Readonly<Record<'created' | 'updated' | 'retracted' | 'rejected', number>>;
}
