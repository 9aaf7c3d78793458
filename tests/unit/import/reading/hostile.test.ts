import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SourceCounts } from '../../../../import/read/foreign/source-counts.ts';
import { readFtm } from '../../../../import/read/ftm/ftm.ts';
import { readJsonLd } from '../../../../import/read/jsonld/jsonld.ts';
import { readNdjson } from '../../../../import/read/ndjson.ts';
import { ontology } from '../../../../schema/ontology/ontology.ts';
import { readingsOf, useFolder } from './files.ts';

const folder = useFolder();

const words = [
  ...['constructor', '__proto__', 'toString', 'valueOf', 'name', 'kind', 'Role', 'founder'],
  ...['@id', '@type', '@graph', '@reverse', '@list', '@value', '@language', '@included'],
  ...['_:b0', 'http://schema.org/name', 'worksFor', 'Person', 'address', 'PostalAddress'],
];
const word = fc.oneof(fc.constantFrom(...words), fc.string());
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, true, 7),
    word,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(word, tie('tree'), { maxKeys: 5 }),
  ),
}));
const things = fc.record(
  { '@type': word, '@id': word, name: word, founder: tree, '@reverse': tree, address: tree },
  { requiredKeys: ['@type'] },
);

test('whatever JSON there is in a line, it is read or refused', async () => {
  const names = fc.oneof(word, fc.constantFrom('Company', 'Ownership', 'Person'));
  const entities = fc.record({
    ...{ id: word, schema: names },
    properties: fc.dictionary(fc.oneof(word, fc.constant('owner')), fc.array(tree)),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(tree, things, entities), { maxLength: 8 }), async (all) => {
      const lines = all.map((each) =>
        JSON.stringify(
          typeof each === 'object' && each !== null && '@type' in each
            ? { '@context': 'https://schema.org', ...each }
            : each,
        ),
      );
      const file = await folder.file('any.ndjson', lines.join('\n'));
      const ours = await readingsOf(readNdjson(file));
      expect(ours.values.length + ours.refused.length).toBe(lines.length);
      const ftm = new SourceCounts();
      const { refused } = await readingsOf(readFtm(file, ontology, ftm));
      const entitiesRead = ftm.types.reduce((sum, { read }) => sum + read, 0);
      expect(entitiesRead + refused.length).toBeGreaterThanOrEqual(lines.length);
      const { values } = await readingsOf(readJsonLd(file, ontology, new SourceCounts()));
      for (const value of values) {
        const { key, from, to } = Object(value);
        for (const each of key === undefined ? [from, to] : [key]) {
          expect(each).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        }
      }
    }),
    { numRuns: 300, examples: [[[{ '@type': '@A' }]], [[{ '@type': [{}, { toString: {} }] }]]] },
  );
}, 60_000);

test('names that every object of JavaScript has are names like others', async () => {
  const file = await folder.file(
    'entities.ndjson',
    `${JSON.stringify({ id: 'a', schema: 'constructor', properties: {} })}\n` +
      JSON.stringify({ id: 'b', schema: 'Person', properties: { name: ['B'], toString: ['x'] } }),
  );
  const counts = new SourceCounts();
  const { values } = await readingsOf(readFtm(file, ontology, counts));
  expect(values).toEqual([{ key: 'b', type: 'Person', nameEn: 'B', properties: {} }]);
  expect(counts.types).toMatchObject([
    { type: 'Person' },
    { type: 'constructor', withoutCounterpart: 1 },
  ]);
  expect(counts.properties).toEqual([{ type: 'Person', property: 'toString', objects: 1 }]);
});

test('a line of a rejects file is its record, and what holds none is refused', async () => {
  const reject = { file: 'a', line: 1, path: '', code: 'INVALID', message: 'why' };
  const lines = [
    { ...reject, record: { kind: 'entity', key: 'a' } },
    { ...reject, record: null },
    { ...reject, record: 'half a li' },
    { ...reject, record: [] },
    { kind: 'entity', key: 'b', code: 1, message: 2, record: {} },
  ];
  const text = lines.map((line) => JSON.stringify(line)).join('\n');
  const { values, refused } = await readingsOf(readNdjson(await folder.file('r.ndjson', text)));
  expect(values).toEqual([{ key: 'a' }, { key: 'b', code: 1, message: 2, record: {} }]);
  expect(refused.map((each) => each.slice(0, 14))).toEqual([
    ...['2 UNKNOWN_KIND', '3 UNKNOWN_KIND', '4 UNKNOWN_KIND'],
  ]);
});
