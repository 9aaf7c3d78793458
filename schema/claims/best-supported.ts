import { modalities } from '../ontology/statements.ts';
import type { Claim } from './claim.ts';
import { unknownTime } from './time-window.ts';

/**
 * The affirmed claim of one attribute that has most behind it: not superseded, with a known value,
 * said of no place or scope in particular, most independent sources for the same value, strongest
 * modality, latest published. `entitled` are the keys of those whose later word replaces earlier ones
 * (who announced or pursues a plan; empty for other attributes).
 */
export function bestSupported<C extends Claim>(
  claims: readonly C[],
  entitled: ReadonlySet<string>,
): C | null {
  const standing = claims.filter(
    (claim) =>
      claim.polarity === 'AFFIRMED' && !claims.some((other) => supersedes(other, claim, entitled)),
  );
  // Among dates, one in words ranks with an unknown one.
  const dated = standing.some((claim) => claim.value?.time);
  const ranked = standing.map((claim) => ({ claim, rank: rankOf(claim, standing, dated) }));
  ranked.sort((a, b) => compareRanks(b.rank, a.rank) || (a.claim.id < b.claim.id ? -1 : 1));
  return ranked[0]?.claim ?? null;
}

/**
 * Whether `later` revises `earlier`: somebody entitled has since said otherwise of the same thing, or
 * has taken it back.
 */
export function supersedes(later: Claim, earlier: Claim, entitled: ReadonlySet<string>): boolean {
  const same = valueKey(later) === valueKey(earlier);
  return (
    later.said !== null &&
    earlier.said !== null &&
    later.said > earlier.said &&
    later.attributedTo.some((speaker) => entitled.has(speaker)) &&
    scopeKey(later) === scopeKey(earlier) &&
    (later.polarity === earlier.polarity ? !same && !isUnknown(later) : same)
  );
}

/** Claims that differ in one of these speak of different things. */
export function scopeKey({ subject, predicate, place, scope, comparedTo }: Claim): string {
  return JSON.stringify([subject, predicate, place, scope, comparedTo]);
}

function rankOf(claim: Claim, all: readonly Claim[], dated: boolean): readonly (number | string)[] {
  const agreeing = all.filter(
    (other) => valueKey(other) === valueKey(claim) && scopeKey(other) === scopeKey(claim),
  );
  const unqualified = claim.place === null && claim.scope === null && claim.comparedTo === null;
  return [
    isUnknown(claim) || (dated && !claim.value?.time) ? 0 : 1,
    unqualified ? 1 : 0,
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
