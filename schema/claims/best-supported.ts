import { modalities } from '../ontology/statements.ts';
import type { Claim } from './claim.ts';
import { scopeKey, valueKey } from './claim-keys.ts';
import { groupBy } from './group-by.ts';
import { isUnknown, supersedes } from './supersession.ts';

/** The first of {@link standingClaims}; null where nothing is affirmed. */
export function bestSupported<C extends Claim>(
  claims: readonly C[],
  entitled: ReadonlySet<string>,
): C | null {
  return standingClaims(claims, entitled)[0] ?? null;
}

/**
 * The affirmed claims of one attribute that no later word of somebody entitled has replaced, those
 * with most behind them first: with a known value, said of no place or scope in particular, most
 * independent sources for the same value, strongest modality, latest published.
 */
export function standingClaims<C extends Claim>(
  claims: readonly C[],
  entitled: ReadonlySet<string>,
): C[] {
  const standing = claims.filter(
    (claim) =>
      claim.polarity === 'AFFIRMED' && !claims.some((other) => supersedes(other, claim, entitled)),
  );
  // Among dates, one in words ranks with an unknown one.
  const dated = standing.some((claim) => claim.value?.time);
  const ranked = [...groupBy(standing, assertionKey).values()].flatMap((agreeing) => {
    const origins = new Set(agreeing.map(({ origin }) => origin)).size;
    return agreeing.map((claim) => ({ claim, rank: rankOf(claim, origins, dated) }));
  });
  ranked.sort((a, b) => compareRanks(b.rank, a.rank) || (a.claim.id < b.claim.id ? -1 : 1));
  return ranked.map(({ claim }) => claim);
}

/** The same for claims that give the same value for the same scope. */
function assertionKey(claim: Claim): string {
  return `${scopeKey(claim)} ${valueKey(claim)}`;
}

function rankOf(claim: Claim, origins: number, dated: boolean): readonly (number | string)[] {
  const unqualified = claim.place === null && claim.scope === null && claim.comparedTo === null;
  return [
    isUnknown(claim) || (dated && !claim.value?.time) ? 0 : 1,
    unqualified ? 1 : 0,
    origins,
    -modalities.indexOf(claim.modality),
    claim.published ?? '',
  ];
}

function compareRanks(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  const index = a.findIndex((part, i) => part !== b[i]);
  if (index < 0) return 0;
  return (a[index] ?? 0) < (b[index] ?? 0) ? -1 : 1;
}
