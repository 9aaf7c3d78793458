import { expect, test } from 'vitest';
import { findDuplicates } from '../../../import/duplicates/find-duplicates.ts';
import { ontology } from '../../../schema/ontology/ontology.ts';
import { type Line, useEmptyGraph } from './support/empty-graph.ts';

const graph = useEmptyGraph();

async function found(options: { leastScore?: number; within?: boolean } = {}) {
  const wanted = { leastScore: 0.6, within: false, ...options };
  const duplicates = await findDuplicates({ client: graph.client, ontology, ...wanted });
  return duplicates.map(({ type, a, b, reasons }) => [type, a.key, b.key, reasons[0]]);
}

function dataset(key: string, entities: readonly Line[]): Promise<unknown> {
  const lines = entities.map((entity) => ({ kind: 'entity', ...entity }));
  return graph.importLines([{ kind: 'dataset', key, title: key }, ...lines]);
}

test('entities of different datasets that are likely one are listed by type, and nothing is merged', async () => {
  await dataset('news', [
    { key: 'xiaomi', type: 'Company', nameEn: 'Xiaomi', aliases: ['小米'] },
    { key: 'lei-jun', type: 'Person', nameEn: 'Lei Jun' },
    { key: 'muenchen', type: 'Place', nameDe: 'München', properties: { countryCode: 'DE' } },
    { key: 'mercury-firm', type: 'Company', nameEn: 'Mercury' },
    { key: 'mercury-shop', type: 'Company', nameEn: 'Mercury', sameAs: ['https://example.org/m'] },
  ]);
  await dataset('register', [
    { key: 'xiaomi-corp', type: 'Company', nameEn: 'Xiaomi Corporation' },
    { key: 'jun-lei', type: 'Person', nameEn: 'Jun LEI' },
    { key: 'munchen', type: 'Place', nameDe: 'Munchen', properties: { countryCode: 'DE' } },
    { key: 'mercury', type: 'Place', nameEn: 'Mercury' },
    { key: 'quicksilver', type: 'Company', nameEn: 'Quick', sameAs: ['http://www.example.org/m/'] },
  ]);
  const before = await graph.content();
  expect(await found()).toEqual([
    ['Company', 'mercury-shop', 'quicksilver', 'same address: https://example.org/m'],
    ['Place', 'muenchen', 'munchen', 'same name: München, Munchen'],
    ['Person', 'jun-lei', 'lei-jun', 'same, but for order or legal form, name: Jun LEI, Lei Jun'],
    [
      ...['Company', 'xiaomi', 'xiaomi-corp'],
      'same, but for order or legal form, name: Xiaomi, Xiaomi Corporation',
    ],
  ]);
  expect(await found({ within: true })).toContainEqual([
    ...['Company', 'mercury-firm', 'mercury-shop', 'same name: Mercury'],
  ]);
  expect(await found({ leastScore: 0.95 })).toHaveLength(1);
  expect(await graph.content()).toEqual(before);
});

test('entities are compared beyond a page', async () => {
  const many = (prefix: string) =>
    Array.from({ length: 5_200 }, (_, i) => ({
      ...{ key: `${prefix}-${i}`, type: 'Person', nameEn: `${(i * 7_919).toString(36)} ${i}${i}` },
    }));
  await dataset('one', many('a'));
  await dataset('two', many('b').slice(5_100));
  const duplicates = await found({ leastScore: 0.9 });
  expect(duplicates).toHaveLength(100);
  expect(duplicates.every(([, a, b]) => String(a).slice(1) === String(b).slice(1))).toBe(true);
});
