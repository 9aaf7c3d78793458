import type { Ontology } from '../ontology/define.ts';
import type { Claim } from './claim.ts';
import { groupKey, groupParts } from './claim-keys.ts';
import type { Pair } from './contradicting-pairs.ts';
import { groupBy } from './group-by.ts';

export const conflictKinds = ['VALUE', 'TIME', 'POLARITY', 'STATUS'] as const;
export type ConflictKind = (typeof conflictKinds)[number];

/** Claims about one thing that cannot all be right. */
export interface Conflict {
  /** What they are about: the same for every conflict about it. */
  readonly group: string;
  readonly kind: ConflictKind;
  /** A caption. */
  readonly name: string;
  /** Ids of those that contradict another, in order. */
  readonly statements: readonly string[];
}

/** One conflict for all that is said of one thing, however many contradict each other. */
export function conflictsAmong(pairs: readonly Pair<Claim>[], ontology: Ontology): Conflict[] {
  const groups = groupBy(pairs, ([claim]) => groupKey(claim));
  return [...groups].map(([group, contradicting]) => ({
    group,
    kind: kindOf(contradicting, ontology),
    name: captionOf(contradicting[0]?.[0]),
    statements: [...new Set(contradicting.flat().map(({ id }) => id))].sort(),
  }));
}

function kindOf(pairs: readonly Pair<Claim>[], { attributes }: Ontology): ConflictKind {
  if (pairs.every(([a, b]) => a.polarity !== b.polarity)) return 'POLARITY';
  const predicate = pairs[0]?.[0].predicate ?? '';
  if (predicate === 'STATUS') return 'STATUS';
  return attributes[predicate]?.value.kind === 'time' ? 'TIME' : 'VALUE';
}

function captionOf(claim: Claim | undefined): string {
  if (!claim) return '';
  return groupParts(claim)
    .filter((part) => part !== null)
    .join(' ');
}
