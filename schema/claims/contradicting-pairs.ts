import type { Ontology } from '../ontology/define.ts';
import type { Claim } from './claim.ts';
import { groupKey } from './claim-keys.ts';
import { contradicts, meetInTime } from './contradiction.ts';
import { facing } from './facing.ts';
import { groupBy } from './group-by.ts';
import { supersedes } from './supersession.ts';

/** Two claims that contradict each other, that with the smaller id first. */
export type Pair<C extends Claim> = readonly [C, C];

/** Keys of those who may revise what was said of a plan, by the plan. */
export type Entitled = ReadonlyMap<string, ReadonlySet<string>>;

/** Every two of the claims that contradict each other; a revision of what was said before is none. */
export function contradictingPairs<C extends Claim>(
  claims: readonly C[],
  entitled: Entitled,
  ontology: Ontology,
): Pair<C>[] {
  const groups = groupBy(
    claims.map((claim) => facing(claim, ontology)),
    groupKey,
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const revisers = entitled.get(first?.subject ?? '') ?? nobody;
    return candidates(group, ontology).filter(
      ([a, b]) =>
        meetInTime(a, b) &&
        contradicts(a, b, ontology) &&
        !supersedes(a, b, revisers) &&
        !supersedes(b, a, revisers),
    );
  });
}

const nobody: ReadonlySet<string> = new Set();

/** Where several values are admitted, and of relations, only a denial can contradict. */
function candidates<C extends Claim>(group: readonly C[], { attributes }: Ontology): Pair<C>[] {
  const one = attributes[group[0]?.predicate ?? '']?.admits === 'one';
  const denials = group.filter(({ polarity }) => polarity === 'NEGATED');
  const affirmed = group.filter(({ polarity }) => polarity === 'AFFIRMED');
  const pairs = denials.flatMap((denial) => affirmed.map((claim) => ordered(denial, claim)));
  const among = one
    ? affirmed.flatMap((a, i) => affirmed.slice(i + 1).map((b) => ordered(a, b)))
    : [];
  return [...pairs, ...among];
}

function ordered<C extends Claim>(a: C, b: C): Pair<C> {
  return a.id < b.id ? [a, b] : [b, a];
}
