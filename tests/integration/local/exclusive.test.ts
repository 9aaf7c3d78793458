import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exclusive, tryExclusive } from '../../../src/local/exclusive.ts';
import { startChild } from './child.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { LIMIT } from './time-limits.ts';

test(
  'of eight processes that find a dead one in possession at the same moment, one gets it',
  async () => {
    const folder = temporaryFolder();
    const dead = { pid: process.pid, start: 'before the last boot' };
    writeFileSync(join(folder, 'prize.lock.7'), JSON.stringify(dead));
    const at = String(Date.now() + 4_000);
    const racers = await Promise.all(
      Array.from({ length: 8 }, () => startChild<boolean>('child-take.ts', folder, at)),
    );
    expect(racers.filter(({ answer }) => answer)).toHaveLength(1);
    expect(readdirSync(folder)).toEqual(['prize.lock.8']);
  },
  LIMIT.start,
);

test('what is released goes to the one who waits, and not before', async () => {
  const folder = temporaryFolder();
  const first = tryExclusive(folder, 'turn');
  if (!('release' in first)) throw new Error('not free');
  let told = 0;
  let got = false;
  const second = exclusive(folder, 'turn', (pid) => {
    told = pid;
  }).then((lock) => {
    got = true;
    return lock;
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect({ told, got }).toEqual({ told: process.pid, got: false });
  first.release();
  (await second).release();
  expect('release' in tryExclusive(folder, 'turn')).toBe(true);
});
