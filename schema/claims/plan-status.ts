import type { PlanStatus } from '../ontology/statements.ts';
import type { TimeWindow } from './time-window.ts';

export interface PlanEvidence {
  /** The best supported STATUS that anybody has stated. */
  readonly stated: PlanStatus | null;
  /** The best supported DUE. */
  readonly due: TimeWindow | null;
  /** Whether somebody entitled has made the plan public. */
  readonly announced: boolean;
}

/** `today`: ISO date. A plan whose last due day has passed is OVERDUE until somebody settles it. */
export function planStatus({ stated, due, announced }: PlanEvidence, today: string): PlanStatus {
  const status = stated ?? (announced ? 'ANNOUNCED' : 'RUMORED');
  const passed = due !== null && due.latest !== null && due.latest < today;
  return passed && !settled.has(status) ? 'OVERDUE' : status;
}

const settled: ReadonlySet<PlanStatus> = new Set(['FULFILLED', 'CANCELED', 'DENIED']);
