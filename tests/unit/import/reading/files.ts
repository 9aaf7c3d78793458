import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { Reading } from '../../../../import/read/reading.ts';

/** A folder for each test, gone afterwards. */
export function useFolder() {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'claimgraph-reading-'));
  });
  afterEach(() => rm(folder, { recursive: true }));
  return {
    get path() {
      return folder;
    },
    async file(name: string, content: string | Buffer): Promise<string> {
      const path = join(folder, name);
      await writeFile(path, content);
      return path;
    },
  };
}

/** Values of the records that were read, and what could not be read as `line CODE message`. */
export async function readingsOf(readings: AsyncIterable<Reading>) {
  const values: unknown[] = [];
  const lines: number[] = [];
  const refused: string[] = [];
  for await (const reading of readings) {
    const { position } = reading;
    if (reading.readable) {
      values.push(reading.value);
      lines.push(position.line);
    } else refused.push(`${position.line} ${reading.code} ${reading.message}`);
  }
  return { values, lines, refused };
}
