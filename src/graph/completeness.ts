export type TruncationReason = 'LIMIT' | 'TIME_BUDGET' | 'HUB_SKIPPED';

/** Whether an answer holds all that was asked for within its hops, and if not, why. */
export interface Completeness {
  /** null where nothing was left out. */
  readonly reason: TruncationReason | null;
  /** Everything up to this many hops is there; null where not even the seeds are. */
  readonly completeToHops: number | null;
}

/** What an answer left out. */
export interface Omissions {
  /** Hops asked for. */
  readonly maxHops: number;
  /** Hops that were searched before the time was over. */
  readonly searched: number;
  /** Hops of the nearest that had no room. */
  readonly left?: number | undefined;
  /** Everything up to so many hops can be had without passing an entity that is too large. */
  readonly besideHubs?: number | null | undefined;
}

/** What was cut nearest says how far the answer is complete, and why it is not. */
export function completenessOf({ maxHops, searched, left, besideHubs }: Omissions): Completeness {
  const cuts: readonly (readonly [number, TruncationReason])[] = [
    [left === undefined ? maxHops + 1 : left - 1, 'LIMIT'],
    [searched < maxHops ? searched : maxHops + 1, 'TIME_BUDGET'],
    [besideHubs ?? maxHops + 1, 'HUB_SKIPPED'],
  ];
  const [hops, reason] = cuts.reduce((nearest, cut) => (cut[0] < nearest[0] ? cut : nearest));
  if (hops > maxHops) return { reason: null, completeToHops: maxHops };
  return { reason, completeToHops: hops < 0 ? null : hops };
}
