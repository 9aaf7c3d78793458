import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { ConfigError } from '../../src/errors.ts';
import { ReaderCopies, readCopies } from '../../src/reader-copies.ts';

it('a copy is found by its content, and its passages are counted in code points', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'claimgraph-copies-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const text = '😀 雷军 sagt etwas.';
  writeFileSync(join(folder, 'any name.txt'), text);
  const copies = await readCopies(folder);
  const sha256 = createHash('sha256').update(text).digest('hex');
  expect(copies.passage(sha256, 2, 4)).toBe('雷军');
  expect(copies.passage('0'.repeat(64), 2, 4)).toBeNull();
});

it('without copies no passage has a text', () => {
  expect(new ReaderCopies().passage('0'.repeat(64), 0, 1)).toBeNull();
});

it('a folder that is not there is a problem of the configuration', async () => {
  await expect(readCopies('/no/such/folder')).rejects.toThrow(ConfigError);
});
