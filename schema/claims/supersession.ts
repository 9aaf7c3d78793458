import type { Ontology } from '../ontology/define.ts';
import type { Modality } from '../ontology/statements.ts';
import type { Claim } from './claim.ts';
import { scopeKey, valueKey } from './claim-keys.ts';
import { unknownTime } from './time-window.ts';

/** Attributes of which a later word may replace an earlier one, instead of contradicting it. */
export const revisableAttributes: ReadonlySet<string> = new Set(['DUE', 'STATUS']);

/** How strongly a relation to a plan must be vouched for, that its first end may revise the plan. */
export const entitlingModalities: readonly Modality[] = ['FACT', 'ANNOUNCED'];

const entitlingTypes = ['ANNOUNCED', 'PURSUES'];

/** Relations to a plan that entitle to revise what was said of it. */
export function entitlingRelations({ relations }: Ontology): string[] {
  return entitlingTypes.filter((type) => Object.hasOwn(relations, type));
}

/**
 * Whether `later` revises `earlier`: somebody entitled has since said otherwise of the same thing, or
 * has taken it back. `entitled` are the keys of those who announced or pursue the plan.
 */
export function supersedes(later: Claim, earlier: Claim, entitled: ReadonlySet<string>): boolean {
  return (
    revisableAttributes.has(later.predicate) &&
    later.said !== null &&
    earlier.said !== null &&
    later.said > earlier.said &&
    later.attributedTo.some((speaker) => entitled.has(speaker)) &&
    scopeKey(later) === scopeKey(earlier) &&
    saysOtherwise(later, earlier)
  );
}

function saysOtherwise(later: Claim, earlier: Claim): boolean {
  const same = valueKey(later) === valueKey(earlier);
  return later.polarity === earlier.polarity ? !same && !isUnknown(later) : same;
}

/** Whether a claim gives a time of which nothing is known. */
export function isUnknown({ value }: Claim): boolean {
  return value?.time?.edtf === unknownTime;
}
