import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { printedReport } from '../../../import/report/print-report.ts';
import { cypher } from '../../../src/graph/cypher.ts';
import { fixture, linesOf, ndjson, useEmptyGraph } from './support/empty-graph.ts';

const graph = useEmptyGraph();
const main = fileURLToPath(new URL('../../../import/main.ts', import.meta.url));
const loader = import.meta.resolve('tsx');

/** Imports what is given on standard input, in a folder in which rejects may land. */
async function piped(content: Buffer, cwd: string, ...flags: string[]) {
  const child = spawn(process.execPath, ['--import', loader, main, '-', ...flags], {
    ...{ cwd, env: graph.environment },
  });
  let out = '';
  child.stdout.on('data', (text) => {
    out += text;
  });
  child.stdin.end(content);
  const code = await new Promise((resolve) => child.on('close', resolve));
  return { code, out };
}

test('standard input, packed or not, gives the graph of the file, and its rejects a named file', async () => {
  const lines = await linesOf(fixture);
  await graph.importLines(lines);
  const expected = await graph.content();
  const bad = ndjson([{ kind: 'entity', key: 'neu', type: 'Person', nameEN: 'New' }]);
  const folder = dirname(await graph.file('', 'empty.ndjson'));
  const content = gzipSync(ndjson(lines) + bad);
  const { code, out } = await piped(content, folder);
  expect(out).toContain(`stdin:${lines.length + 1} /nameEN UNKNOWN_KEY`);
  expect({ code, out }).toMatchObject({ code: 1, out: expect.stringContaining('Nothing changed') });
  expect(await graph.content()).toEqual(expected);
  const rejects = join(folder, 'stdin.rejects.ndjson');
  const mended = (await readFile(rejects, 'utf8')).replace('"nameEN"', '"nameEn"');
  await writeFile(join(folder, 'mended.ndjson'), mended);
  expect(await piped(Buffer.from(mended), folder, '--dataset', 'mended')).toMatchObject({
    code: 0,
  });
  expect(await graph.values(cypher`MATCH (e:Entity {key: 'neu'}) RETURN e.name AS row`)).toEqual([
    'New',
  ]);
});

test('CSV files give the graph that the same records as NDJSON give, and rejects are mended as NDJSON', async () => {
  const folder = join(dirname(await graph.file('', 'empty.ndjson')), 'rockets');
  await mkdir(folder);
  const write = (name: string, text: string) => writeFile(join(folder, name), text);
  await write('Company.csv', 'key,nameEn,aliases,kind\r\nacme,"Acme,\r\nInc.",A|B,COMPANY\r\n');
  await write('Product.csv', 'key;nameEn;kind\nrocket;Rocket;VEHICEL\nboot;Boot;\n');
  await write('MAKES.csv', 'from\tto\trole\tperiod\nacme\tboot\tbrand\t2019/..\n');
  const report = await graph.importPath(folder, { writeRejects: true });
  expect(report).toMatchObject({ created: 3, rejected: 1, datasets: ['rockets'] });
  expect(report.rejects).toMatchObject([
    { line: 2, path: '/properties/kind', message: expect.stringContaining('mean VEHICLE?') },
  ]);
  const content = await graph.content();
  await graph.client.define([{ text: 'MATCH (n) DETACH DELETE n', parameters: {} }]);
  const records = [
    {
      ...{ kind: 'entity', type: 'Company', key: 'acme', nameEn: 'Acme,\nInc.' },
      ...{ aliases: ['A', 'B'], properties: { kind: 'COMPANY' } },
    },
    { kind: 'entity', type: 'Product', key: 'boot', nameEn: 'Boot' },
    { kind: 'relation', type: 'MAKES', from: 'acme', to: 'boot', role: 'brand', period: '2019/..' },
  ];
  await graph.importPath(await graph.file(ndjson(records), 'rockets.ndjson'));
  expect(await graph.content()).toEqual(content);
  const [rejects = ''] = report.rejectFiles;
  const mended = (await readFile(rejects, 'utf8')).replace('"VEHICEL"', '"VEHICLE"');
  const again = await graph.importPath(await graph.file(mended, 'mended.ndjson'));
  expect(again).toMatchObject({ created: 1, rejected: 0 });
});

test('a packed file that is cut off does not retract what it no longer says', async () => {
  const lines = await linesOf(fixture);
  const dataset = lines.find(({ kind }) => kind === 'dataset') ?? {};
  await graph.importPath(fixture);
  const before = (await graph.content()).filter((row) => !row.includes('"Dataset"'));
  const packed = gzipSync(ndjson([dataset, ...lines.filter((line) => line !== dataset)]));
  const cut = await graph.file(packed.subarray(0, packed.length - 200), 'cut.ndjson.gz');
  const report = await graph.importPath(cut);
  expect(report).toMatchObject({ retracted: 0, rejects: [{ code: 'FILE' }] });
  const after = (await graph.content()).filter((row) => !row.includes('"Dataset"'));
  expect(after).toEqual(before);
});

test('FollowTheMoney is loaded, what it has and we have not is counted, and the order of lines means nothing', async () => {
  const thing = (schema: string, id: string, properties: object = {}) => ({
    ...{ schema, id, properties: { name: [id], ...properties } },
  });
  const lines = [
    { schema: 'Directorship', id: 'd', properties: { director: ['roe'], organization: ['acme'] } },
    { schema: 'Ownership', id: 'o', properties: { owner: ['acme'], asset: ['ship'] } },
    { schema: 'Ownership', id: 'p', properties: { owner: ['nobody'], asset: ['acme'] } },
    thing('Vessel', 'ship'),
    thing('Person', 'roe', { birthDate: ['1970'] }),
    thing('Company', 'acme', { jurisdiction: ['de'] }),
    thing('Company', 'acme', { jurisdiction: ['de'] }),
  ];
  const file = await graph.file(ndjson(lines), 'trade.ftm.json');
  const report = await graph.importPath(file, { format: 'ftm' });
  expect(report).toMatchObject({ created: 5, rejected: 1, datasets: ['trade-ftm'] });
  expect(report.rejects).toMatchObject([{ line: 3, path: '/from', code: 'DANGLING_KEY' }]);
  const none = { repeated: 0, withoutCounterpart: 0 };
  expect(report.sources).toEqual({
    types: [
      { type: 'Company', read: 2, loaded: 1, repeated: 1, withoutCounterpart: 0 },
      { type: 'Directorship', read: 1, loaded: 1, ...none },
      { type: 'Ownership', read: 2, loaded: 0, repeated: 0, withoutCounterpart: 1 },
      { type: 'Person', read: 1, loaded: 1, ...none },
      { type: 'Vessel', read: 1, loaded: 0, repeated: 0, withoutCounterpart: 1 },
    ],
    properties: [{ type: 'Person', property: 'birthDate', objects: 1 }],
  });
  expect(printedReport(report, false)).toContain('  Person.birthDate (1)');
  const content = await graph.content();
  await graph.file(ndjson(lines.reverse()), 'trade.ftm.json');
  const again = await graph.importPath(file, { format: 'ftm' });
  expect(again).toMatchObject({ created: 0, updated: 0, retracted: 0 });
  expect(await graph.content()).toEqual(content);
});

test('JSON-LD is loaded, and again in any order changes nothing', async () => {
  const context = { '@context': 'https://schema.org' };
  const acme = { '@type': 'Organization', name: 'Acme' };
  const lines = [
    { ...context, '@type': 'Person', name: 'Jane Roe', worksFor: acme, jobTitle: 'CEO' },
    { ...context, '@type': 'Person', name: 'John Doe', worksFor: acme },
    { ...context, '@type': 'Recipe', name: 'Soup' },
    { ...context, ...acme },
    { ...context, '@type': 'Person', description: 'Nobody.' },
  ];
  const file = await graph.file(ndjson(lines), 'web.ndjson');
  const report = await graph.importPath(file, { format: 'jsonld' });
  expect(report).toMatchObject({ created: 5, rejected: 1 });
  expect(report.rejects).toMatchObject([
    { line: 5, message: expect.stringContaining('a name is missing'), record: { kind: 'entity' } },
  ]);
  expect(report.sources).toEqual({
    types: [
      { type: 'Organization', read: 3, loaded: 1, repeated: 2, withoutCounterpart: 0 },
      { type: 'Person', read: 3, loaded: 2, repeated: 0, withoutCounterpart: 0 },
      { type: 'Recipe', read: 1, loaded: 0, repeated: 0, withoutCounterpart: 1 },
    ],
    properties: [{ type: 'Person', property: 'jobTitle', objects: 1 }],
  });
  const content = await graph.content();
  await graph.file(ndjson(lines.reverse()), 'web.ndjson');
  const again = await graph.importPath(file, { format: 'jsonld' });
  expect(again).toMatchObject({ created: 0, updated: 0, retracted: 0 });
  expect(await graph.content()).toEqual(content);
});

test('records that are refused for being too deep or too large do not end the import', async () => {
  const deep = `{"kind":"entity","key":"a","x":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
  const large = { kind: 'entity', key: 'b', type: 'Person', nameEn: 'x'.repeat(100_000) };
  const good = { kind: 'entity', key: 'c', type: 'Person', nameEn: 'C' };
  const report = await graph.importLines([deep, large, good], { writeRejects: true });
  expect(report).toMatchObject({ created: 1, rejected: 2 });
  expect(report.rejects.map(({ code, record }) => [code, record])).toEqual([
    ['TOO_DEEP', undefined],
    ['TOO_LONG', undefined],
  ]);
  const written = (await readFile(report.rejectFiles[0] ?? '', 'utf8')).trim().split('\n');
  expect(written.map((line) => JSON.parse(line).record)).toEqual([undefined, large]);
});
