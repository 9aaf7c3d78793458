import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { recordSchemas } from '../../../../import/check/schemas.ts';
import { SourceCounts } from '../../../../import/read/foreign/source-counts.ts';
import { readMapping } from '../../../../import/read/mapping/mapping.ts';
import { readMapped } from '../../../../import/read/mapping/read-mapped.ts';
import { ontology } from '../../../../schema/ontology/ontology.ts';
import { readingsOf, useFolder } from './files.ts';

const folder = useFolder();
const dataset = 'dataset: { key: fleet, title: Fleet }\n';

const load = async (files: string, before = dataset) =>
  readMapping(
    await folder.file('mapping.yaml', `${before}files:\n${files}`),
    recordSchemas(ontology),
  );

async function read(files: string) {
  const counts = new SourceCounts();
  const readings = readMapped(folder.path, await load(files), ontology, counts);
  const { values, lines, refused } = await readingsOf(readings);
  return { values: values.slice(1), lines: lines.slice(1), refused, counts };
}

test('rows become records, with parts replaced, values exchanged and empty columns left out', async () => {
  await folder.file('makers.csv', 'id|name|sort|fax\n1|A_B|brand|7\n2|C|other|\n');
  const { values, counts } = await read(`
  - file: makers.csv
    called: maker
    delimiter: '|'
    entity:
      type: Company
      key: 'maker-{id}'
      nameEn: { text: '{name}', replace: { _: ' ' } }
      descriptionEn: 'Fax {fax}'
      kind: { text: '{sort}', values: { brand: BRAND, other: '' } }`);
  expect(values).toEqual([
    {
      ...{ key: 'maker-1', type: 'Company', nameEn: 'A B', descriptionEn: 'Fax 7' },
      properties: { kind: 'BRAND' },
    },
    { key: 'maker-2', type: 'Company', nameEn: 'C' },
  ]);
  expect(counts.types).toMatchObject([{ type: 'maker', read: 2, withoutCounterpart: 0 }]);
  expect(counts.properties).toEqual([]);
});

test('columns of one name are told apart by number, and a row that leaves a key empty is counted', async () => {
  await folder.file('made.csv', 'Co,MADE,Co\n1,MADE,x y\n2,MADE,\n');
  const { values, counts } = await read(`
  - file: made.csv
    relation: { type: OWNS, from: 'maker-{1}', to: 'maker-{3}' }
    unlessDescribed: [{ type: Company, key: 'maker-{3}', nameEn: '{3}' }]`);
  const to = expect.stringMatching(/^maker-x-y-[0-9a-f]{10}$/);
  expect(values).toEqual([
    { type: 'OWNS', from: 'maker-1', to },
    { type: 'Company', key: to, nameEn: 'x y' },
  ]);
  expect(counts.types).toMatchObject([{ type: 'made.csv', read: 2, withoutCounterpart: 1 }]);
  expect(counts.properties).toEqual([{ type: 'made.csv', property: 'MADE', objects: 1 }]);
});

test('a list of JSON and packed lines of it are read, with the line of each object', async () => {
  await folder.file('a.json', '[\n  { "id": 1,\n    "at": ["2024", "x"] },\n  { "id": 2 }, 3\n]');
  const deep = `{"id":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
  await folder.file('b.ndjson.gz', gzipSync(`{"id":1,"of":{"name":"N"}}\n${deep}\n`));
  const { values, lines, refused, counts } = await read(`
  - file: a.json
    entity: { type: Event, key: 'a-{id}', nameEn: 'in {at.0}' }
  - file: b.ndjson.gz
    entity: { type: Event, key: 'b-{id}', nameEn: '{of.name}' }`);
  expect(values).toEqual([
    { key: 'a-1', type: 'Event', nameEn: 'in 2024' },
    { key: 'a-2', type: 'Event' },
    { key: 'b-1', type: 'Event', nameEn: 'N' },
  ]);
  expect(lines).toEqual([2, 4, 1]);
  expect(refused).toEqual([
    ...['4 SYNTAX a JSON file holds objects', '2 TOO_DEEP nested deeper than 20 levels'],
  ]);
  expect(counts.properties).toEqual([]);
});

test('a file that is missing, or that the mapping leaves out, is refused and named', async () => {
  await folder.file('more.csv', 'id\n1\n');
  const { values, refused } = await read(`
  - { file: gone.csv, noCounterpart: nothing }`);
  expect(values).toEqual([]);
  expect(refused).toEqual([
    expect.stringContaining('FILE more.csv is not in the mapping'),
    expect.stringContaining('FILE there is no such file'),
  ]);
});

test.each([
  ['{Nmae}', 'has no column "Nmae", which the mapping names', 'did you mean Name?'],
  ['{Id}', 'has 2 columns "Id"; name them by number in the mapping: {1}, {2}', ''],
])('a column %s that cannot be found refuses the file', async (column, message, hint) => {
  await folder.file('x.csv', 'Id,Id,Name\n1,2,N\n');
  const { refused } = await read(`
  - { file: x.csv, entity: { type: Person, key: 'p-{1}', nameEn: '${column}' } }`);
  expect(refused).toEqual([expect.stringContaining(message)]);
  expect(refused[0]).toContain(hint);
});

test('a mapping that does not hold together says all that is wrong before anything is read', async () => {
  const wrong = load(`
  - { file: a.csv, entity: { type: Persn, key: '{1}' } }
  - { file: b.csv, entity: { type: Person, nmaeEn: '{1}' } }
  - { file: c.csv }
  - { file: c.csv, noCounterpart: twice }`);
  await expect(wrong).rejects.toThrow('a.csv: "Persn" is no entity type; did you mean Person?');
  await expect(wrong).rejects.toThrow('b.csv: Person has no "nmaeEn"');
  await expect(wrong).rejects.toThrow('c.csv: give exactly one of entity, relation');
  await expect(wrong).rejects.toThrow('a file is declared twice');
  await expect(load('  - {}')).rejects.toThrow('/files/0/file');
  await expect(load('  - { file: a.csv, noCounterpart: x }', '')).rejects.toThrow(
    '"dataset" is missing',
  );
  await expect(load('  - {')).rejects.toThrow(/mapping\.yaml:\d/);
  await expect(readMapping('/nowhere.yaml', recordSchemas(ontology))).rejects.toThrow(
    'cannot read',
  );
});

test('a mapping takes over another, but for files that it reads itself', async () => {
  await load('  - { file: a.csv, noCounterpart: a }\n  - { file: b.csv, noCounterpart: b }\n');
  const path = await folder.file(
    'other.yaml',
    'extends: mapping.yaml\nfiles:\n  - { file: b.csv, called: bees, noCounterpart: b }\n',
  );
  const { dataset, files } = await readMapping(path, recordSchemas(ontology));
  expect(dataset).toMatchObject({ key: 'fleet' });
  expect(files.map(({ called }) => called)).toEqual(['a.csv', 'bees']);
});
