import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ConflictChange } from '../../../import/report/conflict-change.ts';
import { printedReport } from '../../../import/report/print-report.ts';
import { cypher } from '../../../src/graph/cypher.ts';
import { fixture, type Line, linesOf, useEmptyGraph } from './support/empty-graph.ts';
import { randomClaims } from './support/random-claims.ts';

const graph = useEmptyGraph();

type Between = Record<string, { kind: string; statements: string[] }>;

/** Every conflict as it lies in the graph. */
async function conflictsInGraph(): Promise<Between> {
  const rows = await graph.values(cypher`
MATCH (c:Conflict)
RETURN [c.id, {kind: c.kind, statements: COLLECT { MATCH (c)-[:BETWEEN]->(s) RETURN s.id ORDER BY s.id }}] AS row`);
  return Object.fromEntries(rows as [string, Between[string]][]);
}

function between(described: ConflictChange['before']): Between[string] | undefined {
  if (described === null) return undefined;
  const ids = described.sides.flatMap(({ statements }) => statements.map(({ id }) => id));
  return { kind: described.kind, statements: ids.sort() };
}

test('a dry run names the conflicts that appear, change and go in the import that follows', async () => {
  const claims = randomClaims.map(([claims]) => claims ?? []);
  await fc.assert(
    fc.asyncProperty(claims, claims, async (first, second) => {
      await graph.client.define([{ text: 'MATCH (n) DETACH DELETE n', parameters: {} }]);
      for (const lines of [first, second]) {
        const before = await conflictsInGraph();
        const tried = await graph.importLines(lines, { dryRun: true });
        expect(await conflictsInGraph()).toEqual(before);
        const done = await graph.importLines(lines);
        expect(tried).toEqual(done);
        const after = await conflictsInGraph();
        const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])];
        const changed = ids.filter(
          (id) => JSON.stringify(before[id]) !== JSON.stringify(after[id]),
        );
        expect(done.conflicts.map(({ id }) => id).sort()).toEqual(changed.sort());
        for (const { id, change, ...described } of done.conflicts) {
          expect(between(described.before)).toEqual(before[id]);
          expect(between(described.after)).toEqual(after[id]);
          expect(change).toBe(before[id] ? (after[id] ? 'CHANGES' : 'GOES') : 'APPEARS');
          for (const { sides } of [described.before, described.after].filter((c) => c !== null)) {
            expect(sides.length).toBeGreaterThan(1);
          }
        }
      }
    }),
    { numRuns: 8, endOnFailure: true },
  );
});

test('a conflict is told in words, with the claims of both sides and who makes them', async () => {
  const lines = await linesOf(fixture);
  await graph.importLines(lines.filter(({ polarity }) => polarity !== 'NEGATED'));
  const changed = lines.filter(({ document, predicate }) => {
    return !(document === 'wire-2025' && predicate === 'PRICE');
  });
  const report = await graph.importLines(changed, { dryRun: true });
  expect(report.conflicts).toMatchObject([
    {
      ...{ change: 'APPEARS', before: null },
      after: {
        ...{ kind: 'POLARITY', about: 'Acme partners with Boom Motors as engines' },
        sides: expect.arrayContaining([
          {
            says: 'not: Acme partners with Boom Motors as engines',
            statements: [expect.objectContaining({ document: 'wire-2025', modality: 'FACT' })],
          },
        ]),
      },
    },
    {
      ...{ change: 'GOES', after: null },
      before: {
        ...{ kind: 'VALUE', about: 'Rocket One: price (EUR), in Luna-Stadt Süd' },
        sides: expect.arrayContaining([
          expect.objectContaining({ says: 'Rocket One: price – 100 EUR, in Luna-Stadt Süd' }),
          expect.objectContaining({
            says: 'Rocket One: price – 150 to 200 EUR, in Luna-Stadt Süd',
          }),
        ]),
      },
    },
  ]);
  const printed = printedReport(report, true);
  expect(printed).toMatch(/^appears +POLARITY +Acme partners with Boom Motors as engines +/m);
  expect(printed).toMatch(/not: Acme partners with Boom Motors as engines +wire-2025 \(FACT\)$/m);
  expect(printed).toMatch(/^goes +VALUE +Rocket One: price \(EUR\), in Luna-Stadt Süd +/m);
});

test('rejects are counted by what they are', async () => {
  const lines: (Line | string)[] = [
    ...(await linesOf(fixture)),
    { kind: 'entity', key: 'x', type: 'Person' },
    { kind: 'relation', type: 'OWNS', from: 'acme', to: 'nobody' },
    'no JSON',
  ];
  const report = await graph.importLines(lines, { dryRun: true });
  expect(report).toMatchObject({
    rejected: 3,
    rejectedByKind: { entity: 1, document: 0, statement: 0, relation: 1, other: 1 },
  });
  const printed = printedReport(report, true);
  expect(printed).toMatch(/^ +created +updated +unchanged +retracted +rejected$/m);
  expect(printed).toMatch(/^entities +8 +0 +0 +0 +1$/m);
  expect(printed).toMatch(/^other +0 +0 +0 +0 +1$/m);
});
