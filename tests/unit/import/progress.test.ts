import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { progressOn } from '../../../import/progress.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 }));
afterEach(() => vi.useRealTimers());

it('a log gets a line every ten seconds, with rate, rejects and time left', () => {
  const stream = new PassThrough();
  const { show, end } = progressOn(stream);
  const after = (seconds: number, done: number, total: number, rejected: number) => {
    vi.setSystemTime(1_000_000 + seconds * 1_000);
    show({ phase: total > 0 ? 'write' : 'read', done, total, rejected });
  };
  after(0, 0, 0, 0);
  after(9, 450, 0, 0);
  after(10, 500, 0, 2);
  after(11, 600, 0, 2);
  after(12, 0, 1_000_000, 2);
  after(22, 5_000, 1_000_000, 2);
  after(112, 950_000, 1_000_000, 2);
  end();
  expect(String(stream.read()).trimEnd().split('\n')).toEqual([
    'Reading 500 · 50/s · 2 rejected',
    'Writing 5000/1000000 · 500/s · 2 rejected · 34 min left',
    'Writing 950000/1000000 · 9500/s · 2 rejected · 6 s left',
  ]);
});

it('a terminal gets them beside a bar', () => {
  const stream = Object.assign(new PassThrough(), { isTTY: true, columns: 120 });
  const { show, end } = progressOn(stream);
  show({ phase: 'check', done: 0, total: 100, rejected: 0 });
  vi.setSystemTime(1_002_000);
  show({ phase: 'check', done: 50, total: 100, rejected: 1 });
  end();
  expect(String(stream.read())).toContain('50/100 · 25/s · 1 rejected · 2 s left');
});
