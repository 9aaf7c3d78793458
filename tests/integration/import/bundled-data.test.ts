import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { useEmptyGraph } from './support/empty-graph.ts';

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
      expect(report.passagesChecked).toBe(report.byKind.statement.created);
      expect(report.passagesChecked).toBeGreaterThan(150);
    });
  },
);
