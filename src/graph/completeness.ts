/** Whether an answer holds all that was asked for within its hops, and if not, why. */
export interface Completeness {
  readonly complete: boolean;
  readonly reason: 'LIMIT' | null;
  /** Everything up to this many hops is there; null where not even the seeds are. */
  readonly completeToHops: number | null;
}
