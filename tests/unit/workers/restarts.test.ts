import { expect, it } from 'vitest';
import { Restarts } from '../../../src/workers/restarts.ts';

it('a worker that dies at once is replaced after ever longer pauses, and the fifth in a row not at all', () => {
  const restarts = new Restarts();
  const pauses = [null, 0, 4_999, null, null].map((upFor) => restarts.afterDeath(upFor));
  expect(pauses).toEqual([200, 400, 800, 1_600, null]);
});

it('a worker that has served for a while is replaced at once, and what was before it is forgotten', () => {
  const restarts = new Restarts();
  for (let times = 0; times < 4; times++) restarts.afterDeath(null);
  expect(restarts.afterDeath(5_000)).toBe(0);
  expect(restarts.afterDeath(null)).toBe(200);
});
