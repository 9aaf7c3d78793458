import type { Ontology } from '../ontology/define.ts';
import { standingClaims } from './best-supported.ts';
import type { Claim } from './claim.ts';
import { scopeKey, valueKey } from './claim-keys.ts';
import { groupBy } from './group-by.ts';

/** What is said of one attribute, as far as it is said of one place, scope and comparison. */
export interface Fact<C extends Claim> {
  readonly attribute: string;
  /** The best supported claim. */
  readonly best: C;
  /** Those that give its value, itself among them. */
  readonly agreeing: readonly C[];
  /** Those that give another one and are not superseded, best supported first. */
  readonly alternatives: readonly C[];
}

/**
 * The facts about one entity: attributes in the order of the ontology, what is said of no place and
 * scope in particular first. `entitled` are the keys of those who may revise it.
 */
export function factsOf<C extends Claim>(
  claims: readonly C[],
  entitled: ReadonlySet<string>,
  { attributes }: Ontology,
): Fact<C>[] {
  const byAttribute = groupBy(claims, ({ predicate }) => predicate);
  return Object.keys(attributes).flatMap((attribute) => {
    const byScope = groupBy(byAttribute.get(attribute) ?? [], scopeKey);
    const groups = [...byScope].sort(([a, [one]], [b, [other]]) => {
      const qualifiers = qualifiersOf(one) - qualifiersOf(other);
      return qualifiers || (a < b ? -1 : 1);
    });
    return groups.flatMap(([, group]) => {
      const standing = standingClaims(group, entitled);
      const [best] = standing;
      if (!best) return [];
      const agrees = (claim: C) => valueKey(claim) === valueKey(best);
      return {
        ...{ attribute, best, agreeing: standing.filter(agrees) },
        alternatives: standing.filter((claim) => !agrees(claim)),
      };
    });
  });
}

function qualifiersOf(claim: Claim | undefined): number {
  return [claim?.place, claim?.scope, claim?.comparedTo].filter((part) => part != null).length;
}
