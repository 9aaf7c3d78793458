import { expect, test } from 'vitest';
import { printedReport } from '../../../import/report/print-report.ts';
import { fixture, linesOf, useEmptyGraph } from './support/empty-graph.ts';

const graph = useEmptyGraph();
const nothing = { created: 0, updated: 0, retracted: 0, rejected: 0 };

test('importing twice changes nothing and says so', async () => {
  const first = await graph.importPath(fixture);
  expect(first).toMatchObject({ rejects: [], updated: 0, unchanged: 0, retracted: 0 });
  expect(first.byKind).toMatchObject({
    entity: { created: 8 },
    document: { created: 2 },
    statement: { created: 10 },
    relation: { created: 5 },
  });
  const before = await graph.content();
  const second = await graph.importPath(fixture);
  expect(second).toMatchObject({ ...nothing, unchanged: first.created });
  expect(printedReport(second, false)).toContain('Nothing changed (acme-rockets).');
  expect(await graph.content()).toEqual(before);
});

test('a dry run writes nothing and reports the same counts', async () => {
  const empty = await graph.content();
  const tried = await graph.importPath(fixture, { dryRun: true });
  expect(await graph.content()).toEqual(empty);
  expect(await graph.importPath(fixture)).toEqual(tried);
  const changed = (await linesOf(fixture)).slice(0, -3);
  const before = await graph.content();
  const triedAgain = await graph.importLines(changed, { dryRun: true });
  expect(await graph.content()).toEqual(before);
  expect(triedAgain).toMatchObject({ byKind: { statement: { retracted: 3 } } });
  expect(await graph.importLines(changed)).toEqual(triedAgain);
});

test('YAML and NDJSON of the same content give the same graph', async () => {
  await graph.importPath(fixture);
  const fromYaml = await graph.content();
  const again = await graph.importLines(await linesOf(fixture));
  expect(again).toMatchObject(nothing);
  expect(await graph.content()).toEqual(fromYaml);
});

test('NDJSON in any order gives the same graph', async () => {
  const lines = await linesOf(fixture);
  await graph.importLines(lines);
  const expected = await graph.content();
  for (const order of [lines.toReversed(), shuffled(lines, 7), shuffled(lines, 99)]) {
    await graph.client.define([{ text: 'MATCH (n) DETACH DELETE n', parameters: {} }]);
    expect(await graph.importLines(order)).toMatchObject({ rejects: [] });
    expect(await graph.content()).toEqual(expected);
  }
});

test('two imports at once end as one after the other', async () => {
  const lines = await linesOf(fixture);
  const fewer = lines.slice(0, -4);
  await Promise.all([graph.importLines(lines), graph.importLines(fewer), graph.importLines(lines)]);
  const ended = await graph.content();
  // Which of them came last decides how many are there, and with what behind them.
  const { unchanged, created, updated } = await graph.importLines(lines);
  const candidates = [await graph.content()];
  await graph.importLines(fewer);
  candidates.push(await graph.content());
  expect(candidates).toContainEqual(ended);
  expect(unchanged + created + updated).toBe(25);
});

function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  let state = seed;
  const next = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state;
  };
  return items
    .map((item) => ({ item, rank: next() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}
