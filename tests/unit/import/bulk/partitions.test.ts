import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { ListSeparator } from '../../../../import/bulk/csv/list-separator.ts';
import { Partitions } from '../../../../import/bulk/partitions.ts';

const folder = mkdtempSync(join(tmpdir(), 'claimgraph-partitions-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('items of one key come together and in order, from however many files, and leave none behind', () => {
  // As many files as 200 MB would take, so that each is written many times.
  const partitions = new Partitions<string>(folder, 200 << 20);
  const text = (round: number, key: string) => `${round} of ${key}\n"${'x'.repeat(9_000)}"`;
  const keys = Array.from({ length: 300 }, (_, i) => `key ${i}`);
  for (let round = 0; round < 10; round++) {
    for (const key of keys) partitions.add(key, text(round, key));
  }
  expect(readdirSync(folder).length).toBeGreaterThan(20);
  const groups = [...partitions.partitions()].flatMap((each) => [...each]);
  expect(new Map(groups)).toEqual(
    new Map(keys.map((key) => [key, Array.from({ length: 10 }, (_, i) => text(i, key))])),
  );
  expect(groups.length).toBe(keys.length);
  expect(readdirSync(folder)).toEqual([]);
});

it('what stands between the elements of a list stands in none of them', () => {
  const separator = new ListSeparator();
  separator.see(['a\u0080b', 'plain']);
  expect(separator.free).toBe('\u0081');
  separator.see([Array.from({ length: 32 }, (_, i) => String.fromCharCode(0x80 + i)).join('')]);
  separator.see(['\ue000\ue001']);
  expect(separator.free).toBe('\ue002');
});
