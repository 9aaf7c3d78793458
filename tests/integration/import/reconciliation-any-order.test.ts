import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { merge, split } from '../../../import/redirects/reconcile.ts';
import { ontology } from '../../../schema/ontology/ontology.ts';
import { type Line, useEmptyGraph } from './support/empty-graph.ts';
import { randomClaims } from './support/random-claims.ts';

const graph = useEmptyGraph();
const reason = 'the same';

/** Two companies that claims meet in, and two outlets that they go back to. */
const pairs = fc.constantFrom(
  { into: 'acme', key: 'boom' },
  { into: 'boom', key: 'acme' },
  { into: 'daily', key: 'wire' },
);

async function clear() {
  await graph.client.define([{ text: 'MATCH (n) DETACH DELETE n', parameters: {} }]);
}

/** Everything but the moment of the merge. */
async function content() {
  const rows = await graph.content();
  return rows.map((row) => row.replace(/"mergedAt":\{[^}]*\}/, ''));
}

async function importAll(datasets: readonly (readonly Line[])[]) {
  for (const lines of datasets) {
    const report = await graph.importLines(lines);
    expect(report.rejects).toEqual([]);
  }
}

const mergeThem = (pair: { into: string; key: string }) =>
  merge({ ontology, client: graph.client, ...pair, reason });
const splitThem = ({ key }: { key: string }) => split({ ontology, client: graph.client, key });

test('a split leaves what was there before the merge', async () => {
  await fc.assert(
    fc.asyncProperty(randomClaims, pairs, async (datasets, pair) => {
      await clear();
      await importAll(datasets);
      const before = await content();
      await mergeThem(pair);
      expect(await content()).not.toEqual(before);
      await splitThem(pair);
      expect(await content()).toEqual(before);
    }),
    { numRuns: 4, endOnFailure: true },
  );
});

test('what is imported after a merge lies as what was merged after the import', async () => {
  await fc.assert(
    fc.asyncProperty(randomClaims, randomClaims, pairs, async (first, second, pair) => {
      // What a dataset said stays until it is imported again or retracted.
      fc.pre(second.length >= first.length);
      await clear();
      await importAll(second);
      const alone = await content();
      await mergeThem(pair);
      const merged = await content();
      await clear();
      await importAll(first);
      await mergeThem(pair);
      await importAll(second);
      expect(await content()).toEqual(merged);
      await importAll(second);
      expect(await content()).toEqual(merged);
      await splitThem(pair);
      expect(await content()).toEqual(alone);
    }),
    { numRuns: 4, endOnFailure: true },
  );
});
