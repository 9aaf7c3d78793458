import type { Claim } from './claim.ts';

/** Claims that differ in one of these speak of different things. */
export function scopeKey({ subject, predicate, place, scope, comparedTo }: Claim): string {
  return JSON.stringify([subject, predicate, place, scope, comparedTo]);
}

/** Claims of one scope with equal keys give the same value, in whatever words its time is written. */
export function valueKey({ value }: Claim): string {
  if (!value) return '';
  const { text, number, min, max, unit, boolean, time } = value;
  return JSON.stringify([text, number, min, max, unit, boolean, time?.earliest, time?.latest]);
}

/** Claims that differ in one of these never contradict each other. */
export function groupParts(claim: Claim): readonly (string | null)[] {
  const { subject, predicate, object, role, place, scope, comparedTo, value } = claim;
  return [subject, predicate, object, role, place, scope, comparedTo, value?.unit ?? null];
}

export function groupKey(claim: Claim): string {
  return JSON.stringify(groupParts(claim));
}
