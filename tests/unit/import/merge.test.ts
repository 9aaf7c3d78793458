import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EntityRecord } from '../../../import/check/records.ts';
import { type Description, mergeDescriptions } from '../../../import/merge.ts';

function description(
  dataset: string,
  record: Partial<EntityRecord>,
  precedence = 100,
): Description {
  const empty = { key: 'munich', type: 'Place', aliases: [], sameAs: [], properties: {} };
  return { dataset, precedence, record: { ...empty, ...record } };
}

test('the first dataset that gives a value wins, and names that lose become aliases', () => {
  const merged = mergeDescriptions([
    description('b', { nameEn: 'Muenchen', nameDe: 'München', aliases: ['Minga'] }),
    description('a', { nameEn: 'Munich', aliases: ['慕尼黑'], properties: { kind: 'CITY' } }),
  ]);
  expect(merged).toMatchObject({
    ...{ nameEn: 'Munich', nameDe: 'München', aliases: ['Muenchen', '慕尼黑', 'Minga'] },
    ...{ name: 'Munich', sortName: 'munich', properties: { kind: 'CITY' } },
    foldedNames: ['munich', 'munchen', 'muenchen', '慕尼黑', 'minga'],
  });
});

test('a smaller precedence goes before the key', () => {
  const merged = mergeDescriptions([
    description('a', { nameEn: 'Munich', descriptionEn: 'A city.' }),
    description('z', { nameEn: 'Monaco di Baviera' }, 10),
  ]);
  expect(merged).toMatchObject({ nameEn: 'Monaco di Baviera', descriptionEn: 'A city.' });
});

test('the order in which datasets are read does not matter', () => {
  const texts = fc.constantFrom('A', 'B', 'ü', undefined);
  const datasets = fc.uniqueArray(
    fc.record({
      dataset: fc.constantFrom('a', 'b', 'c', 'd'),
      precedence: fc.constantFrom(1, 100),
      record: fc.record({
        nameEn: texts,
        nameDe: texts,
        aliases: fc.array(fc.constantFrom('x', 'A')),
      }),
    }),
    { selector: ({ dataset }) => dataset, minLength: 1 },
  );
  fc.assert(
    fc.property(datasets, (given) => {
      const described = given.map(({ dataset, record, precedence }) =>
        description(dataset, record, precedence),
      );
      expect(mergeDescriptions(described.toReversed())).toEqual(mergeDescriptions(described));
    }),
  );
});
