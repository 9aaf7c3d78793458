import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256Of } from '../../../import/check/copies.ts';
import { cypher } from '../../../src/graph/cypher.ts';
import { fixture, type Line, linesOf, ndjson, useEmptyGraph } from './support/empty-graph.ts';

const graph = useEmptyGraph();
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'claimgraph-rejects-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function edited(file: string, from: string, to: string): Promise<void> {
  const path = join(folder, 'dataset', file);
  const text = await readFile(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  await writeFile(path, text.replace(from, to));
}

test('one wrong type, one dangling key and one wrong passage hash are three rejects with file, line, path and reason, and the rest loads', async () => {
  await cp(fixture, join(folder, 'dataset'), { recursive: true });
  const text = 'Jane Roe 雷 announced a hotel.';
  await writeFile(join(folder, 'copy of the article.txt'), text);
  await edited(
    'documents/star-2024.yaml',
    'textLength: 500',
    `textLength: ${[...text].length}\n  textSha256: ${sha256Of(text)}`,
  );
  await edited('entities/all.yaml', 'type: Product', 'type: Prodcut');
  await edited('documents/star-2024.yaml', 'object: moon-hotel', 'object: mars-hotel');
  await edited(
    'documents/star-2024.yaml',
    '    via: the-wire\n',
    `    via: the-wire\n    passage: { start: 9, end: 10, sha256: '${sha256Of('雷')}' }\n`,
  );
  await edited(
    'documents/star-2024.yaml',
    '    attributedTo: [jane-roe]\n',
    `    attributedTo: [jane-roe]\n    passage: { start: 0, end: 4, sha256: '${sha256Of('Jaen')}' }\n`,
  );
  // What is said of the product goes with it, and is tested below.
  const withoutProduct = (yaml: string) =>
    yaml.replace(/ {2}- subject: rocket-one\n(?: {4}.*\n)+/g, '');
  for (const name of ['star-2024', 'wire-2025']) {
    const path = join(folder, 'dataset/documents', `${name}.yaml`);
    await writeFile(path, withoutProduct(await readFile(path, 'utf8')));
  }
  await edited(
    'relations/places.yaml',
    '- { type: MAKES, from: acme, to: rocket-one, role: brand }\n',
    '',
  );
  const report = await graph.importPath(join(folder, 'dataset'), {
    documents: folder,
    writeRejects: true,
  });
  expect(report.rejects).toMatchObject([
    {
      file: expect.stringMatching(/entities\/all\.yaml$/),
      line: 11,
      path: '/7/type',
      code: 'UNKNOWN_TYPE',
      message: expect.stringMatching(
        /"Prodcut" is no entity type; one of .*did you mean Product\?/,
      ),
    },
    {
      file: expect.stringMatching(/star-2024\.yaml$/),
      line: 14,
      path: '/statements/0/object',
      code: 'DANGLING_KEY',
      message: expect.stringContaining('"mars-hotel"'),
    },
    {
      line: 30,
      path: '/statements/2/passage',
      code: 'PASSAGE_MISMATCH',
      message: expect.stringContaining('from 0 to 4'),
    },
  ]);
  expect(report).toMatchObject({ rejected: 3, passagesChecked: 2 });
  expect(report.byKind).toMatchObject({
    entity: { created: 7 },
    document: { created: 2 },
    statement: { created: 5 },
  });
  const [rejectsFile = ''] = report.rejectFiles;
  expect(rejectsFile).toBe(join(folder, 'dataset.rejects.ndjson'));
  const written = (await readFile(rejectsFile, 'utf8')).trim().split('\n');
  expect(written.map((line) => JSON.parse(line))).toEqual(report.rejects);
});

test('what refers to a rejected entity is rejected, and says why', async () => {
  const lines = (await linesOf(fixture)).map((line) =>
    line.key === 'rocket-one' ? { ...line, colour: 'red' } : line,
  );
  const report = await graph.importLines(lines);
  expect(report.rejects[0]).toMatchObject({
    ...{ code: 'UNKNOWN_KEY', path: '/colour', line: 9 },
    message: expect.stringContaining('unknown key "colour"; allowed are key, type'),
  });
  const others = report.rejects.slice(1);
  expect(others).toHaveLength(4);
  for (const reject of others) {
    expect(reject).toMatchObject({
      code: 'DANGLING_KEY',
      message: expect.stringMatching(/"rocket-one" was itself rejected \(.*:9\)/),
    });
  }
});

test('a broken line does not spoil the next, and invalid UTF-8 is a reject', async () => {
  const lines = [
    Buffer.from('\uFEFF{"kind":"entity","key":"a","type":"Person","nameEn":"A"}\r\n'),
    Buffer.from('{"kind":"entity","key":"b",\r\n\r\n'),
    Buffer.from('{"kind":"entity","key":"c","type":"Person","nameEn":"M\xfcnchen"}\n', 'latin1'),
    Buffer.from(`{"kind":"entity","key":"d","nameEn":"${'x'.repeat(2 ** 20)}"}\n`),
    Buffer.from(`{"kind":"entity","key":"e","x":${'['.repeat(50_000)}${']'.repeat(50_000)}}\n`),
    Buffer.from('{"kind":"entity","key":"f","type":"Person","nameEn":"half \\ud800"}\n'),
    Buffer.from(`${JSON.stringify({ kind: 'entity', key: 'g', nameEn: 'y'.repeat(70_000) })}\n`),
    Buffer.from('{"kind":"enemy"}\n[1]\n'),
    Buffer.from('{"kind":"entity","key":"z","type":"Person","nameEn":"Z 雷军"}'),
  ];
  const report = await graph.importPath(await graph.file(Buffer.concat(lines)));
  expect(report.rejects.map(({ line, code }) => [line, code])).toEqual([
    ...[[2, 'SYNTAX'] as const, [4, 'ENCODING'] as const, [5, 'TOO_LONG'] as const],
    ...[[6, 'TOO_DEEP'] as const, [7, 'ENCODING'] as const, [8, 'TOO_LONG'] as const],
    ...[[9, 'UNKNOWN_KIND'] as const, [10, 'SYNTAX'] as const],
  ]);
  expect(await graph.values(cypher`MATCH (e:Entity) RETURN e.name AS row ORDER BY row`)).toEqual([
    'A',
    'Z 雷军',
  ]);
});

test('a record that is rejected does not retract what is there', async () => {
  const lines = await linesOf(fixture);
  await graph.importLines(lines, { strict: true });
  const before = (await graph.content()).filter((row) => !row.includes('"Dataset"'));
  const path = await graph.file(ndjson(lines), 'acme.ndjson');
  await graph.importPath(path);
  const broken = lines.map((line): Line | string => {
    if (line.key === 'luna') return { ...line, nameDe: 7 };
    if (line.predicate === 'PRICE') return { ...line, modality: 'MAYBE' };
    return line.kind === 'relation' ? { ...line, period: 'soon' } : line;
  });
  const report = await graph.importLines(broken);
  expect(report).toMatchObject({ rejected: 5, retracted: 0, updated: 0, created: 0 });
  const unreadable = await graph.importLines([lines[0] ?? {}, '{ no JSON']);
  expect(unreadable).toMatchObject({ rejected: 1, retracted: 0 });
  const after = (await graph.content()).filter((row) => !row.includes('"Dataset"'));
  expect(after).toEqual(before);
});

test('strict writes nothing unless all is in order', async () => {
  const lines = await linesOf(fixture);
  const report = await graph.importLines([...lines, { kind: 'entity', key: 'x' }], {
    strict: true,
  });
  expect(report).toMatchObject({ rejected: 1, created: 0, stopped: 'strict' });
  expect(await graph.content()).toEqual([]);
});

test('too many rejects stop the import before it writes', async () => {
  const bad = Array.from({ length: 20 }, (_, i) => ({ kind: 'entity', key: `bad ${i}` }));
  const report = await graph.importLines([...(await linesOf(fixture)), ...bad], { maxRejects: 3 });
  expect(report).toMatchObject({ rejected: 4, created: 0, stopped: 'maxRejects' });
  expect(await graph.content()).toEqual([]);
});

test('names from the input never become Cypher', async () => {
  const evil = "X`) DETACH DELETE n //' OR 1=1";
  await graph.importPath(fixture);
  const before = await graph.content();
  const report = await graph.importLines([
    { kind: 'entity', key: 'e1', type: evil, nameEn: 'E' },
    { kind: 'entity', key: evil, type: 'Person', nameEn: 'E' },
    { kind: 'entity', key: 'e2', type: 'Person', nameEn: 'E', properties: { [evil]: 1 } },
    { kind: 'entity', key: 'e3', type: 'Person', nameEn: evil, ['__proto__']: { x: 1 } },
    { kind: 'relation', type: evil, from: 'acme', to: 'luna' },
    { kind: 'entity', key: 'good', type: 'Person', nameEn: evil },
  ]);
  expect(report).toMatchObject({ rejected: 5 });
  expect((await graph.content()).length).toBeLessThanOrEqual(before.length + 3);
});
