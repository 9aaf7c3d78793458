import { expect, it } from 'vitest';
import { planStatus } from '../../../schema/claims/plan-status.ts';
import { timeWindow } from '../../../schema/claims/time-window.ts';

const plan = { stated: null, due: null, announced: false };
const today = '2026-11-23';

it('a plan is rumoured until somebody entitled has made it public', () => {
  expect(planStatus(plan, today)).toBe('RUMORED');
  expect(planStatus({ ...plan, announced: true }, today)).toBe('ANNOUNCED');
});

it('what somebody has stated goes before what follows from the announcement', () => {
  expect(planStatus({ ...plan, announced: true, stated: 'DELAYED' }, today)).toBe('DELAYED');
});

it('a plan is overdue once its last day has passed, and not before', () => {
  const due = timeWindow('../2026-11-23');
  expect(planStatus({ ...plan, due }, '2026-11-23')).toBe('RUMORED');
  expect(planStatus({ ...plan, due }, '2026-11-24')).toBe('OVERDUE');
});

it('a plan without a last day is never overdue', () => {
  expect(planStatus({ ...plan, due: timeWindow('2020/..') }, today)).toBe('RUMORED');
});

it.each(['FULFILLED', 'CANCELED', 'DENIED'] as const)(
  'a plan that is %s is not overdue',
  (stated) => {
    expect(planStatus({ ...plan, stated, due: timeWindow('2020') }, today)).toBe(stated);
  },
);
