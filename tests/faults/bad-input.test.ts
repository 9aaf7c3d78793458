import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { cypher } from '../../src/graph/cypher.ts';
import { type Line, ndjson, useEmptyGraph } from '../integration/import/support/empty-graph.ts';
import { startImport } from '../support/command-process.ts';

const graph = useEmptyGraph();
const run = (...args: string[]) => startImport(graph.environment, ...args).ended;

/** FAULT_LINES=100000 is the experiment as it is written; it takes some minutes. */
const count = Number(process.env.FAULT_LINES ?? 20_000);
const badAt = Math.floor(count * 0.77777);

const good = (i: number): Line => ({
  ...{ kind: 'entity', key: `c${i}`, type: 'Company', nameEn: `Company ${i}` },
});
const companies = cypher`MATCH (c:Company) RETURN count(c) AS row`;

test(`of ${count} lines (FAULT_LINES) with one bad one, all others load, it is named, and mended it is imported by itself`, async () => {
  const lines = Array.from({ length: count }, (_, i) => good(i + 1));
  const dataset = { kind: 'dataset', key: 'one-bad', title: 'One bad line' };
  lines[badAt - 1] = { ...good(badAt), type: 'Compnay' };
  const path = await graph.file(ndjson([...lines, dataset]), 'one-bad.ndjson');
  const { code, out } = await run(path);
  expect(code).toBe(1);
  expect(out).toContain(`${path}:${badAt} /type UNKNOWN_TYPE "Compnay" is no entity type`);
  expect(out).toMatch(new RegExp(`entities +${count - 1} +0 +0 +0 +1$`, 'm'));
  expect(await graph.values(companies)).toEqual([count - 1]);

  const rejects = `${path}.rejects.ndjson`;
  const refused = await readFile(rejects, 'utf8');
  expect(refused.trim().split('\n')).toHaveLength(1);
  const mended = await graph.file(refused.replaceAll('Compnay', 'Company'), 'mended.ndjson');
  expect(await run(mended)).toMatchObject({ code: 0 });
  expect(await graph.values(companies)).toEqual([count]);
  expect(
    await graph.values(cypher`MATCH (c:Company) WHERE size(c.name) = 0 RETURN c AS row`),
  ).toEqual([]);
});

test('where half of the lines are bad, the others load, and what is printed stays short', async () => {
  const lines = Array.from({ length: 3_000 }, (_, i) =>
    i % 2 === 0 ? good(i) : { ...good(i), nameEn: 7 },
  );
  const path = await graph.file(ndjson(lines), 'half-bad.ndjson');
  const { code, out } = await run(path);
  expect(code).toBe(1);
  expect(out).toMatch(/entities +1500 +0 +0 +0 +1500$/m);
  expect(out).toContain(`and 1450 more in ${path}.rejects.ndjson`);
  expect(out.split('\n').length).toBeLessThan(80);
  expect(await graph.values(companies)).toEqual([1_500]);
  const rejects = (await readFile(`${path}.rejects.ndjson`, 'utf8')).trim().split('\n');
  expect(rejects.map((line) => JSON.parse(line).line)).toEqual(
    Array.from({ length: 1_500 }, (_, i) => 2 * i + 2),
  );

  const stopped = await run(path, '--max-rejects', '1000');
  expect(stopped.code).toBe(2);
  expect(stopped.out).toContain('Stopped by --max-rejects; nothing was written.');
});

test('a relation to nobody is refused, and makes nobody', async () => {
  const report = await graph.importLines([
    good(1),
    { kind: 'relation', type: 'COMPETES_WITH', from: 'c1', to: 'nobody' },
    { kind: 'relation', type: 'COMPETES_WITH', from: 'nobody', to: 'c1' },
  ]);
  expect(report.rejects.map(({ code, path }) => [code, path])).toEqual([
    ['DANGLING_KEY', '/to'],
    ['DANGLING_KEY', '/from'],
  ]);
  expect(await graph.values(cypher`MATCH (e:Entity) RETURN e.key AS row`)).toEqual(['c1']);
});

test('days that are none are refused, and days to come are kept', async () => {
  const document = (key: string, publishedAt: string): Line => ({
    ...{ kind: 'document', key, title: key, language: 'en', publishedAt },
  });
  const said = (document: string, time: string): Line => ({
    ...{ kind: 'statement', document, subject: 'c1', predicate: 'COMPETES_WITH', object: 'c2' },
    ...{ modality: 'FACT', time },
  });
  const report = await graph.importLines([
    ...[good(1), good(2), document('coming', '2199-12-31'), document('today', '2026-11-25')],
    ...[document('never', '2023-02-30'), document('no-leap', '2023-02-29')],
    ...[said('coming', '2150-02-28'), said('today', '2024-02-30'), said('today', '2024-02-29')],
    { kind: 'relation', type: 'COMPETES_WITH', from: 'c1', to: 'c2', period: '2020-02-30/..' },
  ]);
  expect(report.rejects.map(({ line, path }) => [line, path])).toEqual([
    ...[
      [5, '/publishedAt'],
      [6, '/publishedAt'],
      [8, '/time'],
      [10, '/period'],
    ],
  ]);
  for (const { message } of report.rejects) expect(message).toMatch(/is no EDTF date or interval/);
  const days = cypher`MATCH (d:Document) RETURN toString(d.publishedAt) AS row ORDER BY row`;
  expect(await graph.values(days)).toEqual(['2026-11-25', '2199-12-31']);
});
