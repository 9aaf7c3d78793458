import type { Ontology } from '../ontology/define.ts';
import type { Claim } from './claim.ts';
import { valueKey } from './claim-keys.ts';
import { areComparable, contradicts } from './contradiction.ts';
import {
  areDisjoint,
  areEqual,
  type Extent,
  extentOfNumber,
  extentOfTime,
  liesIn,
} from './extent.ts';
import { facing } from './facing.ts';
import { isUnknown, supersedes } from './supersession.ts';

export const agreements = ['CONFIRMS', 'REFINES', 'OVERLAPS', 'CONTRADICTS'] as const;
export type Agreement = (typeof agreements)[number];

/**
 * How two claims about the same thing stand to each other; null where they do not meet: they speak of
 * different things, places, scopes or times, one revises the other, or one says too little. Of
 * relations, the times are compared; of attributes, the values. `entitled` are the keys of those whose
 * later word replaces an earlier one. The same whichever comes first.
 */
export function agreement(
  a: Claim,
  b: Claim,
  ontology: Ontology,
  entitled: ReadonlySet<string>,
): Agreement | null {
  const [one, other] = [facing(a, ontology), facing(b, ontology)];
  if (!areComparable(one, other)) return null;
  if (supersedes(one, other, entitled) || supersedes(other, one, entitled)) return null;
  if (contradicts(one, other, ontology)) return 'CONTRADICTS';
  if (one.polarity !== other.polarity) return null;
  const [first, second] = [extentOf(one), extentOf(other)];
  // To deny a wider value says more than to deny one that lies in it.
  if (first === null || second === null || (one.polarity === 'NEGATED' && one.value !== null)) {
    return valueKey(one) === valueKey(other) ? 'CONFIRMS' : null;
  }
  return agreementOf(first, second);
}

/** Null where a claim has no value to compare but by the whole: in words, yes or no, no date set. */
function extentOf(claim: Claim): Extent | null {
  const { value, time } = claim;
  if (value === null) return extentOfTime(time);
  if (isUnknown(claim)) return null;
  return value.time ? extentOfTime(value.time) : extentOfNumber(value);
}

function agreementOf(a: Extent, b: Extent): Agreement | null {
  if (areEqual(a, b)) return 'CONFIRMS';
  if (liesIn(a, b) || liesIn(b, a)) return 'REFINES';
  return areDisjoint(a, b) ? null : 'OVERLAPS';
}
