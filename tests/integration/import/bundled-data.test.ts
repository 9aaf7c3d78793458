import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { StatementRecord } from '../../../import/check/records.ts';
import { linesOf, useEmptyGraph } from './support/empty-graph.ts';

const data = fileURLToPath(new URL('../../../import/data', import.meta.url));
const seeds = fileURLToPath(new URL('../../../../shared/seeds', import.meta.url));

// The articles are not ours to publish: only who has copies can check passages. CI has them.
describe.runIf(existsSync(seeds) || process.env.CI)(
  'with the reader’s copies of the articles',
  () => {
    const graph = useEmptyGraph();

    test('every passage of the bundled data holds, and nothing is refused', async () => {
      const report = await graph.importPath(data, { documents: seeds });
      expect(report.rejects).toEqual([]);
      expect(report.passagesNotAtHand).toBe(0);
      expect(report.changedCopies).toEqual([]);
      expect(report.passagesChecked).toBe(report.byKind.statement.created);
      expect(report.passagesChecked).toBeGreaterThan(250);
    });

    test('one other character in each copy refuses the statements whose passage it is in, and no others', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'claimgraph-seeds-'));
      onTestFinished(() => rm(folder, { recursive: true }));
      await cp(seeds, folder, { recursive: true });
      const place = 1_500;
      for (const file of await readdir(folder)) await changeCharacter(join(folder, file), place);
      const lines = await linesOf(join(data, 'xiaomi-expansion'));
      const statements = lines.filter(({ kind }) => kind === 'statement');
      const touched = statements.filter((line) => {
        const { passage } = line as unknown as StatementRecord;
        return passage && passage.start <= place && place < passage.end;
      });
      const report = await graph.importPath(data, { documents: folder });
      expect(touched.length).toBeGreaterThan(5);
      expect(report.rejects.map(({ record }) => record)).toEqual(
        touched.map(({ subject, passage }) => expect.objectContaining({ subject, passage })),
      );
      expect(report.changedCopies).toHaveLength(5);
      expect(report.passagesNotAtHand).toBe(0);
      expect(report.byKind.statement.created).toBe(statements.length - touched.length);
    });
  },
);

async function changeCharacter(file: string, place: number): Promise<void> {
  const text = Array.from(await readFile(file, 'utf8'));
  text[place] = text[place] === 'x' ? 'y' : 'x';
  await writeFile(file, text.join(''));
}
