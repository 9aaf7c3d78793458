import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { sha256Of } from '../../../import/check/copies.ts';
import { Cypher, cypher } from '../../../src/graph/cypher.ts';
import { startImport } from '../../support/command-process.ts';
import { fixture, type Line, linesOf, ndjson, useEmptyGraph } from './support/empty-graph.ts';

const graph = useEmptyGraph();

const started = (...args: string[]) => startImport(graph.environment, ...args);
const run = (...args: string[]) => started(...args).ended;

test('the exit code is 0 when all is in, 1 for rejects, and 2 when nothing could be done', async () => {
  const first = await run(fixture);
  expect(first).toMatchObject({ code: 0, out: expect.stringMatching(/statements +10 +0 +0 +0/) });
  expect(await run(fixture)).toMatchObject({
    code: 0,
    out: expect.stringContaining('Nothing changed (acme-rockets).'),
  });
  const path = await graph.file('{"kind":"entity","key":"x","type":"Person"}\n', 'one-bad.ndjson');
  const bad = await run(path);
  expect(bad.code).toBe(1);
  expect(bad.out).toContain(`${path}:1  INVALID a name is missing`);
  expect(bad.out).toContain('one-bad.ndjson.rejects.ndjson');
  expect(await run(path, '--strict')).toMatchObject({ code: 2 });
  expect(await run('/nowhere')).toMatchObject({
    ...{ code: 2, out: '', err: 'There is nothing at /nowhere.\n' },
  });
});

test('the report can be had as JSON and nothing else', async () => {
  const { out, code } = await run(fixture, '--json', '--dry-run');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ created: 25, rejected: 0 });
  expect(await graph.content()).toEqual([]);
});

test('datasets are listed, and a document is taken back, from the command line', async () => {
  await run(fixture);
  const { out } = await run('datasets');
  expect(out).toMatch(/^acme-rockets +Acme and its rockets +MIT +[0-9a-f]{8} .* 8 +2 +10 +5$/m);
  const listed = JSON.parse((await run('datasets', '--json')).out);
  expect(listed).toMatchObject([{ key: 'acme-rockets', statements: 10 }]);
  expect(await run('retract', 'star-2042')).toMatchObject({
    ...{ code: 2, out: '' },
    err: 'The graph has no document or dataset "star-2042". Did you mean star-2024?\n',
  });
  const tried = await run('retract', 'star-2024', '--dry-run');
  expect(tried.out).toMatch(/^goes +VALUE +Rocket One: price \(EUR\), in Luna-Stadt Süd/m);
  expect(tried.out).toContain(
    'A dry run: nothing was written (document star-2024 of acme-rockets).',
  );
  const done = await run('retract', 'star-2024', '--json');
  expect(JSON.parse(done.out)).toMatchObject({
    retracted: 8,
    byKind: { statement: { retracted: 5 } },
  });
  expect(await run('retract', 'star-2024')).toMatchObject({
    ...{ code: 0, err: '' },
    out: 'Nothing changed: nothing is left of the document star-2024 of acme-rockets.\n',
  });
});

test('a flag that does not exist, or a value that it does not take, is code 2', async () => {
  expect(await run('--fromat', 'ftm', fixture)).toMatchObject({
    ...{ code: 2, out: '' },
    err: expect.stringContaining('Did you mean --format?'),
  });
  expect(await run('retract', '--everything')).toMatchObject({ code: 2, out: '' });
  expect(await run('--help')).toMatchObject({ code: 0, err: '' });
});

test('likely duplicates are listed with the reason', async () => {
  await run(fixture);
  expect((await run('duplicates')).out).toBe('No two entities are likely one.\n');
  const entity = { kind: 'entity', key: 'acme-corp', type: 'Company', nameEn: 'ACME Corp.' };
  await run(await graph.file(ndjson([entity]), 'register.ndjson'));
  const { out } = await run('duplicates');
  expect(out).toMatch(
    /^0\.80 +Company +acme "Acme" \(acme-rockets\) +acme-corp "ACME Corp\." \(register\) +same, but for order or legal form, name: Acme, ACME Corp\.$/m,
  );
  expect(JSON.parse((await run('duplicates', '--json')).out)).toMatchObject([{ type: 'Company' }]);
  expect((await run('duplicates', '--least', '2')).err).toContain('a number from 0 to 1');
});

test('locate prints a passage that can be pasted', async () => {
  const text = 'Ein Hotel. Jane Roe kündigt ein Hotel an.';
  const copy = await graph.file(text, 'article.txt');
  const folder = copy.replace(/\/article\.txt$/, '');
  const document = { kind: 'document', key: 'd', textSha256: sha256Of(text) };
  const dataset = await graph.file(ndjson([document]), 'located.ndjson');
  const located = await run('locate', 'd', 'jane  roe', dataset, '--documents', folder);
  const hash = sha256Of('Jane Roe');
  expect(located.out).toBe(`passage: { start: 11, end: 19, sha256: '${hash}' }\n`);
  const twice = await run('locate', 'd', 'Hotel', dataset, '--documents', folder);
  expect(twice.err).toContain('2 places');
  expect(await run('locate', 'd', 'Zug', dataset, '--documents', folder)).toMatchObject({
    ...{ code: 2, err: 'The words do not stand in d.\n' },
  });
});

test('report prints what a dataset says, and tells what an import would refuse', async () => {
  const { out, code, err } = await run('proof', fixture);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain(
    '\n- 0–10 · **Jane Roe** announced **A hotel on the moon** · FACT, affirmed',
  );
  const path = await graph.file('{"kind":"entity","key":"x","type":"Person"}\n', 'unread.ndjson');
  expect(await run('proof', path)).toMatchObject({
    ...{ code: 1, err: `${path}:1  INVALID a name is missing: give nameEn, nameDe or both\n` },
  });
  expect(await run('proof', '/nowhere')).toMatchObject({ code: 2, out: '' });
});

test('an import that was killed, run again, ends like one that was not', async () => {
  const lines = [...(await linesOf(fixture)), ...many(1_500)];
  const path = await graph.file(ndjson(lines), 'killed.ndjson');
  const whole = await graph.importPath(path);
  expect(whole.rejected).toBe(0);
  const expected = await graph.content();
  for (const label of ['Company', 'Statement'] as const) {
    await graph.client.define([{ text: 'MATCH (n) DETACH DELETE n', parameters: {} }]);
    const { child, ended } = started(path);
    const counted = () =>
      graph.values(cypher`MATCH (n) WHERE ${new Cypher([`n:${label}`])} RETURN count(n) AS row`);
    while (Number((await counted())[0]) < 500) await setTimeout(20);
    child.kill('SIGKILL');
    await ended;
    await graph.importPath(path);
    expect(await graph.content()).toEqual(expected);
  }
}, 300_000);

function many(count: number): Line[] {
  return Array.from({ length: count }, (_, i) => [
    { kind: 'entity', key: `c-${i}`, type: 'Company', nameEn: `C ${i}` },
    { kind: 'relation', type: 'COMPETES_WITH', from: `c-${i}`, to: `c-${(i * 7) % count}` },
    {
      ...{ kind: 'statement', document: 'wire-2025', subject: `c-${i}`, predicate: 'PURSUES' },
      ...{ object: 'moon-hotel', modality: 'FACT' },
    },
  ]).flat();
}
