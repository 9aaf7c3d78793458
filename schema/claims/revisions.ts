import type { PlanStatus } from '../ontology/statements.ts';
import type { Claim } from './claim.ts';
import { scopeKey } from './claim-keys.ts';
import { isUnknown } from './supersession.ts';
import type { TimeWindow } from './time-window.ts';

/** One date or status that was stated of a plan. */
export interface Revision<C extends Claim> {
  readonly claim: C;
  /** Null for a status, and for a date in words. */
  readonly due: TimeWindow | null;
  readonly status: PlanStatus | null;
  /** By how many days the plan is later than it was said to be before; negative for earlier. */
  readonly slipDays: number | null;
}

/**
 * Every date and status that was affirmed of a plan, in order of publication, undated documents last.
 * `entitled` are the keys of those who may revise the plan: only their word makes it slip, against
 * whatever date was said last before, by whomever.
 */
export function revisionsOf<C extends Claim>(
  claims: readonly C[],
  entitled: ReadonlySet<string>,
): Revision<C>[] {
  const stated = claims.filter(({ polarity }) => polarity === 'AFFIRMED').sort(byPublication);
  const dated = stated.filter((claim) => claim.value?.time && !isUnknown(claim));
  return stated.map((claim) => ({
    claim,
    due: claim.value?.time ?? null,
    status:
      claim.predicate === 'STATUS' ? ((claim.value?.text ?? null) as PlanStatus | null) : null,
    slipDays: claim.attributedTo.some((speaker) => entitled.has(speaker))
      ? slipBetween(before(claim, dated)?.value?.time, claim.value?.time)
      : null,
  }));
}

/** What was last said, of the same place, before this claim. */
function before<C extends Claim>(claim: C, dated: readonly C[]): C | undefined {
  return dated
    .filter((other) => scopeKey(other) === scopeKey(claim) && isEarlier(other, claim))
    .sort((a, b) => compare(a.said, b.said) || compare(a.id, b.id))
    .at(-1);
}

function isEarlier(a: Claim, b: Claim): boolean {
  return a.said !== null && b.said !== null && a.said < b.said;
}

function slipBetween(
  from: TimeWindow | null | undefined,
  to: TimeWindow | null | undefined,
): number | null {
  return daysBetween(from?.latest, to?.latest) ?? daysBetween(from?.earliest, to?.earliest);
}

function daysBetween(from: string | null | undefined, to: string | null | undefined) {
  return from && to ? Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) : null;
}

function byPublication(a: Claim, b: Claim): number {
  return compare(a.published, b.published) || compare(a.said, b.said) || compare(a.id, b.id);
}

/** Nulls last. */
function compare(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
