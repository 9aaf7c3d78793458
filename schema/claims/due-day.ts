import { bestSupported } from './best-supported.ts';
import type { Claim } from './claim.ts';

/**
 * The day by which a plan is due, as all that is said of it has it: the last of the time, its first where
 * that is open; ISO date. `entitled` are the keys of those who may revise the plan.
 */
export function dueDay(due: readonly Claim[], entitled: ReadonlySet<string>): string | null {
  const time = bestSupported(due, entitled)?.value?.time;
  return time?.latest ?? time?.earliest ?? null;
}
