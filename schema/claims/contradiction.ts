import type { Ontology } from '../ontology/define.ts';
import type { Claim, ClaimValue } from './claim.ts';
import { groupKey } from './claim-keys.ts';
import { areDisjoint, extentOfNumber } from './extent.ts';
import { overlap, type TimeWindow, unknownTime } from './time-window.ts';

/**
 * Whether two claims that are comparable cannot both be right: one denies what the other says, or they
 * give different values where only one is admitted.
 */
export function contradicts(a: Claim, b: Claim, ontology: Ontology): boolean {
  if (a.polarity !== b.polarity) return !differ(a.value, b.value);
  if (a.polarity === 'NEGATED') return false;
  return ontology.attributes[a.predicate]?.admits === 'one' && differ(a.value, b.value);
}

/**
 * Whether two claims speak of the same thing, place and scope at the same time, so that they agree or
 * do not.
 */
export function areComparable(a: Claim, b: Claim): boolean {
  return a.id !== b.id && groupKey(a) === groupKey(b) && meetInTime(a, b);
}

/** Whether there may be a day of which both speak. */
export function meetInTime(a: Claim, b: Claim): boolean {
  return a.time === null || b.time === null || overlap(a.time, b.time);
}

/** Whether no single value satisfies both. A time unknown or in words differs from none. */
function differ(a: ClaimValue | null, b: ClaimValue | null): boolean {
  if (a === null || b === null) return false;
  if (a.time || b.time) {
    return isKnown(a.time) && isKnown(b.time) && !overlap(a.time, b.time);
  }
  const [one, other] = [extentOfNumber(a), extentOfNumber(b)];
  if (one && other) return areDisjoint(one, other);
  return a.text !== b.text || a.boolean !== b.boolean;
}

function isKnown(time: TimeWindow | null): time is TimeWindow {
  return time !== null && time.edtf !== unknownTime;
}
