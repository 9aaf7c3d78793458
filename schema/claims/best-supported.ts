import { modalities } from '../ontology/statements.ts';
import type { Claim } from './claim.ts';
import { unknownTime } from './time-window.ts';

/**
 * The affirmed claim of one attribute that has most behind it: not superseded, with a known value,
 * most independent sources for the same value, strongest modality, latest published.
 * `entitled` are the keys of those whose later word replaces their own earlier one
 * (the announcers and pursuers of a plan; empty for other attributes).
 */
export function bestSupported<C extends Claim>(
  claims: readonly C[],
  entitled: ReadonlySet<string>,
): C | null {
  const affirmed = claims.filter((claim) => claim.polarity === 'AFFIRMED');
  const standing = affirmed.filter(
    (claim) => !affirmed.some((other) => supersedes(other, claim, entitled)),
  );
  // Among dates, one in words ranks with an unknown one.
  const dated = standing.some((claim) => claim.value?.time);
  const ranked = standing.map((claim) => ({ claim, rank: rankOf(claim, standing, dated) }));
  ranked.sort((a, b) => compareRanks(b.rank, a.rank) || (a.claim.id < b.claim.id ? -1 : 1));
  return ranked[0]?.claim ?? null;
}

/** Whether `later` is a revision of `earlier` by somebody entitled to revise it. */
export function supersedes(later: Claim, earlier: Claim, entitled: ReadonlySet<string>): boolean {
  return (
    later.published !== null &&
    earlier.published !== null &&
    later.published > earlier.published &&
    later.attributedTo.some((speaker) => entitled.has(speaker)) &&
    valueKey(later) !== valueKey(earlier) &&
    !isUnknown(later)
  );
}

function rankOf(claim: Claim, all: readonly Claim[], dated: boolean): readonly (number | string)[] {
  const agreeing = all.filter((other) => valueKey(other) === valueKey(claim));
  return [
    isUnknown(claim) || (dated && !claim.value?.time) ? 0 : 1,
    new Set(agreeing.map((other) => other.origin)).size,
    -modalities.indexOf(claim.modality),
    claim.published ?? '',
  ];
}

function compareRanks(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  const index = a.findIndex((part, i) => part !== b[i]);
  if (index < 0) return 0;
  return (a[index] ?? 0) < (b[index] ?? 0) ? -1 : 1;
}

function isUnknown({ value }: Claim): boolean {
  return value?.time?.edtf === unknownTime;
}

function valueKey({ value }: Claim): string {
  if (!value) return '';
  const { text, number, min, max, unit, boolean, time } = value;
  return JSON.stringify([text, number, min, max, unit, boolean, time?.earliest, time?.latest]);
}
