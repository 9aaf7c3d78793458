import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordSchemas } from '../../../../import/check/schemas.ts';
import { shapeOf } from '../../../../import/check/shape.ts';
import { columnsOf } from '../../../../import/read/csv/columns.ts';
import { readCsv } from '../../../../import/read/csv/csv.ts';
import { rows } from '../../../../import/read/csv/rows.ts';
import { SourceCounts } from '../../../../import/read/foreign/source-counts.ts';
import { inputsAt } from '../../../../import/read/inputs.ts';
import type { Input } from '../../../../import/read/reading.ts';
import { ontology } from '../../../../schema/ontology/ontology.ts';
import { extendedOntology } from '../../../support/extended-ontology.ts';
import { readingsOf, useFolder } from './files.ts';

const folder = useFolder();
const schemas = recordSchemas(ontology);
const sources = new SourceCounts();
const read = async (name: string, content: string | Buffer) =>
  readingsOf(readCsv(await folder.file(name, content), schemas));

test('the columns of a type are those of the ontology', () => {
  const { entity, relation } = recordSchemas(extendedOntology);
  const names = (schema: Parameters<typeof columnsOf>[0] | undefined) =>
    schema && columnsOf(schema).map(({ name }) => name);
  const ofAll = ['key', 'nameEn', 'nameDe', 'aliases', 'descriptionEn', 'descriptionDe', 'sameAs'];
  expect(names(entity.get('Law'))).toEqual([...ofAll, 'level']);
  expect(names(entity.get('Place'))).toEqual([
    ...ofAll,
    ...['kind', 'countryCode', 'location.latitude', 'location.longitude'],
  ]);
  expect(names(relation.get('GOVERNED_BY'))).toEqual(['from', 'to', 'period', 'role']);
  expect(names(relation.get('PART_OF'))).toEqual(['from', 'to', 'period']);
});

test('a row is a record of the type that the file is named after', async () => {
  const { values } = await read(
    'Place.csv',
    'key,nameEn,nameDe,aliases,sameAs,kind,location.latitude,location.longitude\n' +
      'munich,Munich,München,Monaco di Baviera | 慕尼黑,https://a.example|https://b.example,CITY,48.1,11.5\n' +
      'luna,,Mond,,,,,\n',
  );
  expect(values).toEqual([
    {
      ...{ type: 'Place', key: 'munich', nameEn: 'Munich', nameDe: 'München' },
      aliases: ['Monaco di Baviera', '慕尼黑'],
      sameAs: ['https://a.example', 'https://b.example'],
      properties: { kind: 'CITY', location: { latitude: 48.1, longitude: 11.5 } },
    },
    { type: 'Place', key: 'luna', nameDe: 'Mond' },
  ]);
  for (const value of values) expect(shapeOf('entity', value, schemas)).toHaveProperty('record');
  const relation = await read(
    'MAKES.tsv',
    'from\tto\trole\tperiod\nacme\trocket\tbrand\t2019/..\n',
  );
  expect(relation.values).toEqual([
    { type: 'MAKES', from: 'acme', to: 'rocket', role: 'brand', period: '2019/..' },
  ]);
});

test('what spreadsheets write is read: a byte order mark, CRLF, semicolons, a decimal comma, empty columns and rows', async () => {
  const bytes =
    '\uFEFFsep=;\r\nkey;nameEn;location.latitude;location.longitude;;\r\na;"A; ""the"" first";48,5;11;;\r\n;;;;;\r\n\r\nb;B;;;;\r\n';
  const { values, lines, refused } = await read('Place.csv', bytes);
  expect(refused).toEqual([]);
  expect(values).toEqual([
    {
      ...{ type: 'Place', key: 'a', nameEn: 'A; "the" first' },
      properties: { location: { latitude: 48.5, longitude: 11 } },
    },
    { type: 'Place', key: 'b', nameEn: 'B' },
  ]);
  expect(lines).toEqual([3, 6]);
});

test('lines are those of the file, also after line breaks in quotes', async () => {
  const { values, lines, refused } = await read(
    'Person.csv',
    'key,"nameEn"\na,"A\nthe\r\nfirst"\nb,B,too,many\nc\nd,"D"\n',
  );
  expect(values).toMatchObject([{ key: 'a', nameEn: 'A\nthe\nfirst' }, { key: 'd' }]);
  expect(lines).toEqual([2, 7]);
  expect(refused).toEqual([
    '5 SYNTAX 4 cells, but the header names 2; put a cell that holds a separator or a line break in quotes',
    '6 SYNTAX 1 cells, but the header names 2; put a cell that holds a separator or a line break in quotes',
  ]);
});

test('a quote that is not closed, or stands where none may be, costs its line and nothing else', async () => {
  const { values, lines, refused } = await read(
    'Person.csv',
    'key,nameEn\na,"A\nb,B\nc,"C" the third\nd,D "the" fourth\ne,E\n',
  );
  expect(values).toMatchObject([{ key: 'b' }, { key: 'e' }]);
  expect(lines).toEqual([3, 6]);
  expect(refused.map((text) => text.slice(0, 20))).toEqual([
    ...['2 SYNTAX a quote whe', '4 SYNTAX a quote whe', '5 SYNTAX a quote whe'],
  ]);
  const never = await read(
    'Person.csv',
    `key,nameEn\na,"A\n${`b,${'B'.repeat(500)}\n`.repeat(3_000)}`,
  );
  expect(never.values).toHaveLength(3_000);
  expect(never.refused).toEqual([expect.stringContaining('2 SYNTAX a quote is opened and not')]);
});

test.each([
  ['Person.csv', 'key,nameEN\n', '1 FILE Person.csv has a column "nameEN"', 'mean nameEn?'],
  ['Person.csv', 'key,countryCode\n', 'has a column "countryCode"', 'there are key, nameEn'],
  ['Person.csv', 'key,nameEn,key\n', 'has the column "key" twice', ''],
  ['Person.csv', 'key,,nameEn\n', 'column 2 has no name', ''],
  ['Person.csv', 'key,nameEn\ra,A\r', 'bare carriage return', ''],
  ['Persn.csv', 'key\n', 'named after no entity type', 'did you mean Person?'],
])('%s with the header %j is refused by name', async (name, content, message, hint) => {
  const { values, refused } = await read(name, `${content}a,A\n`);
  expect(values).toEqual([]);
  expect(refused).toEqual([expect.stringContaining(message)]);
  expect(refused[0]).toContain(hint);
});

test('an empty file is refused by name', async () => {
  const { refused } = await read('Person.csv', '\n');
  expect(refused).toEqual(['1 FILE Person.csv is empty; its first line names the columns']);
});

test('a cell that is no text is named by its line; UTF-16 is named once', async () => {
  const latin1 = Buffer.from('key,nameEn\na,M\xfcnchen\nb,B\n', 'latin1');
  const { values, refused } = await read('Person.csv', latin1);
  expect(values).toMatchObject([{ key: 'b' }]);
  expect(refused).toEqual([expect.stringMatching(/^2 ENCODING not valid UTF-8/)]);
  const utf16 = Buffer.from('\uFEFFkey\tnameEn\na\tA\n', 'utf16le');
  expect((await read('Person.csv', utf16)).refused).toEqual([
    '1 ENCODING this is UTF-16; save the file as UTF-8',
  ]);
});

test('a folder of such files is one dataset, a file by itself another', async () => {
  const person = await folder.file('Person.csv', 'key,nameEn\nroe,Jane Roe\n');
  await folder.file('LEADS.csv', 'from,to,role\nroe,acme,CEO\n');
  await folder.file('notes.txt', 'nothing to import');
  const inputs = await inputsAt([folder.path], { ontology, sources });
  expect(inputs).toHaveLength(1);
  const [whole] = inputs as [Input];
  expect(whole.defaultDataset).toMatch(/^claimgraph-reading-/);
  expect((await readingsOf(whole.read())).values).toHaveLength(2);
  const [single] = await inputsAt([person], { ontology, sources });
  expect(single?.defaultDataset).toBe('person');
  await folder.file('dataset.yaml', 'key: acme\ntitle: Acme\n');
  const [named] = (await inputsAt([folder.path], { ontology, sources, dataset: 'other' })) as [
    Input,
  ];
  expect(named.defaultDataset).toBeNull();
  expect((await readingsOf(named.read())).values[0]).toEqual({ key: 'acme', title: 'Acme' });
  await expect(inputsAt([join(folder.path, 'notes.txt')], { ontology, sources })).rejects.toThrow(
    'notes.txt',
  );
  await expect(inputsAt([person], { ontology, sources, dataset: 'A b' })).rejects.toThrow(
    'is no key',
  );
});

test('cells come back as they were written, however they are quoted', async () => {
  const cell = fc.stringMatching(/^[a-c",;\n 雷]{0,6}$/);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1 }), async (table) => {
      const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const text = table.map((row) => `x,${row.map(quoted).join(',')}\n`).join('');
      const file = await folder.file('any.csv', text);
      const read: unknown[] = [];
      for await (const row of rows(file, ',')) read.push(row.readable ? row.cells : row);
      expect(read).toEqual(table.map((row) => ['x', ...row]));
    }),
  );
});
