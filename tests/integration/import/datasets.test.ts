import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { listDatasets } from '../../../import/listing.ts';
import { retract } from '../../../import/retraction.ts';
import type { ImportProgress } from '../../../import/take-in.ts';
import { ontology } from '../../../schema/ontology/ontology.ts';
import { cypher } from '../../../src/graph/cypher.ts';
import { graphServer } from '../../support/ask.ts';
import { fixture, type Line, linesOf, useEmptyGraph } from './support/empty-graph.ts';

const graph = useEmptyGraph();

const entity = (key: string, nameEn: string, rest: Line = {}): Line => ({
  ...{ kind: 'entity', key, type: 'Company', nameEn, ...rest },
});

/** Three that meet in entities, in a relation, and in what is said of a price. */
const three: Readonly<Record<string, readonly Line[]>> = {
  alpha: [
    { kind: 'dataset', key: 'alpha', title: 'Alpha', licence: 'CC0-1.0', precedence: 50 },
    entity('acme', 'Acme', { aliases: ['ACME Inc.'], properties: { kind: 'BRAND' } }),
    entity('boom', 'Boom', { descriptionEn: 'Makes noise.' }),
    { kind: 'relation', type: 'OWNS', from: 'acme', to: 'boom', period: '2010/..' },
  ],
  beta: [
    { kind: 'dataset', key: 'beta', title: 'Beta' },
    entity('acme', 'The Acme Company', { nameDe: 'Akme', sameAs: ['https://example.org/acme'] }),
    entity('boom', 'Boom Motors', { aliases: ['BM'] }),
    { kind: 'entity', key: 'car', type: 'Product', nameEn: 'Car' },
    { kind: 'relation', type: 'OWNS', from: 'acme', to: 'boom', period: '2012/..' },
    { kind: 'document', key: 'beta-news', title: 'News', language: 'en', publishedAt: '2024' },
    ...said('beta-news', 100),
  ],
  gamma: [
    { kind: 'dataset', key: 'gamma', title: 'Gamma', precedence: 50 },
    entity('acme', 'ACME', { properties: { kind: 'COMPANY' }, descriptionDe: 'Eine Firma.' }),
    entity('boom', 'Boom'),
    { kind: 'entity', key: 'car', type: 'Product', nameEn: 'The car', nameDe: 'Wagen' },
    { kind: 'document', key: 'gamma-news', title: 'News', language: 'en', publishedAt: '2025' },
    ...said('gamma-news', 200),
  ],
};

function said(document: string, number: number): Line[] {
  const of = { kind: 'statement', document, modality: 'FACT' };
  return [
    { ...of, subject: 'car', predicate: 'PRICE', value: { number, unit: 'EUR' } },
    { ...of, subject: 'boom', predicate: 'MAKES', object: 'car' },
  ];
}

const clear = () => graph.client.define([{ text: 'MATCH (n) DETACH DELETE n', parameters: {} }]);
const load = (key: string) => graph.importLines(three[key] ?? []);
const takeBack = (key: string, dryRun = false) =>
  retract({ ontology, client: graph.client, key, dryRun });

/** All but the datasets themselves: a retracted one is remembered. */
async function content(): Promise<string[]> {
  return (await graph.content()).filter((row) => !row.includes('"labels":["Dataset"]'));
}

test('datasets that describe the same end in one graph in whatever order they come and go', async () => {
  const expected = new Map<string, string[]>();
  const contentOf = async (keys: readonly string[]) => {
    const id = [...keys].sort().join();
    const known = expected.get(id);
    if (known) return known;
    await clear();
    for (const key of [...keys].sort()) expect((await load(key)).rejects).toEqual([]);
    expected.set(id, await content());
    return expected.get(id) ?? [];
  };
  const steps = fc.array(
    fc.record({ key: fc.constantFrom('alpha', 'beta', 'gamma'), gone: fc.boolean() }),
    { minLength: 3, maxLength: 7 },
  );
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const last = new Map(taken.map(({ key, gone }) => [key, gone]));
      const wanted = await contentOf([...last.keys()].filter((key) => !last.get(key)));
      await clear();
      const known = new Set<string>();
      for (const { key, gone } of taken) {
        if (!gone) await load(key);
        else if (known.has(key)) await takeBack(key);
        if (!gone) known.add(key);
      }
      expect(await content()).toEqual(wanted);
    }),
    { numRuns: 25 },
  );
});

test('the shown name is that of the first dataset by precedence and key, and all names are kept', async () => {
  for (const key of ['gamma', 'beta', 'alpha']) await load(key);
  expect(
    await graph.values(
      cypher`MATCH (e:Company {key: 'acme'}) RETURN e {.name, .nameDe, .aliases, .kind, .datasets} AS row`,
    ),
  ).toEqual([
    {
      ...{ name: 'Acme', nameDe: 'Akme', kind: 'BRAND', datasets: ['alpha', 'gamma', 'beta'] },
      aliases: ['ACME', 'The Acme Company', 'ACME Inc.'],
    },
  ]);
});

test('a retracted document goes with what rests on it, and comes back with its dataset', async () => {
  const lines = await linesOf(fixture);
  await graph.importLines(lines.filter((line) => ![line.key, line.document].includes('wire-2025')));
  const without = await content();
  await graph.importLines(lines);
  const whole = await graph.content();
  const tried = await takeBack('wire-2025', true);
  expect(await graph.content()).toEqual(whole);
  const done = await takeBack('wire-2025');
  expect(tried).toEqual(done);
  expect(done).toMatchObject({
    ...{ kind: 'document', dataset: 'acme-rockets', created: 0 },
    byKind: { document: { retracted: 1 }, statement: { retracted: 5 }, relation: { updated: 2 } },
  });
  expect(done.conflicts.map(({ change, before }) => [change, before?.kind])).toEqual([
    ['GOES', 'POLARITY'],
    ['GOES', 'VALUE'],
  ]);
  expect(await content()).toEqual(without);
  expect(await takeBack('wire-2025')).toMatchObject({ updated: 0, retracted: 0 });
  expect(await content()).toEqual(without);
  expect(await listDatasets(graph.client, ontology)).toMatchObject([
    { key: 'acme-rockets', documents: 1, retractedDocuments: ['wire-2025'], retractedAt: null },
  ]);
  await graph.importLines(lines);
  expect(await graph.content()).toEqual(whole);
});

test('an entity that others mention stays after its dataset is retracted, and goes with the last of them', async () => {
  await graph.importPath(fixture);
  const lines: Line[] = [
    { kind: 'dataset', key: 'memos', title: 'Memos' },
    { kind: 'document', key: 'memo', title: 'Memo', language: 'en' },
    {
      ...{ kind: 'statement', document: 'memo', modality: 'FACT' },
      ...{ subject: 'acme', predicate: 'OPERATES_IN', object: 'luna' },
    },
  ];
  expect((await graph.importLines(lines)).rejects).toEqual([]);
  await takeBack('acme-rockets');
  const left = cypher`MATCH (e:Entity) RETURN [e.key, e.relationCount] AS row ORDER BY e.key`;
  expect(await graph.values(left)).toEqual([
    ['acme', 1],
    ['luna', 1],
  ]);
  expect(await listDatasets(graph.client, ontology)).toMatchObject([
    { key: 'acme-rockets', entities: 0, relations: 0, retractedAt: expect.any(String) },
    { key: 'memos', entities: 0, documents: 1, statements: 1, relations: 1 },
  ]);
  const { data } = await graphServer({ connection: graph.connection }).ask(
    '{ stats { datasets } }',
  );
  expect(data.stats.datasets).toEqual(['memos']);
  await takeBack('memo');
  expect(await content()).toEqual([]);
});

test('datasets are listed with what they support', async () => {
  for (const key of ['alpha', 'beta', 'gamma']) await load(key);
  const counts = { entities: 3, documents: 1, statements: 2 };
  expect(await listDatasets(graph.client, ontology)).toMatchObject([
    {
      ...{ key: 'alpha', title: 'Alpha', licence: 'CC0-1.0', precedence: 50 },
      ...{ entities: 2, documents: 0, statements: 0, relations: 1 },
      ...{ revision: expect.stringMatching(/^[0-9a-f]{32}$/), importedAt: expect.any(String) },
    },
    { key: 'beta', licence: null, ...counts, relations: 2 },
    { key: 'gamma', ...counts, relations: 1 },
  ]);
});

test('a key that is none is refused with the closest one, and one for two things until told which', async () => {
  await graph.importPath(fixture);
  await graph.importLines([{ kind: 'dataset', key: 'star-2024', title: 'Star' }]);
  const before = await graph.content();
  await expect(takeBack('wire-2052')).rejects.toThrow(
    'The graph has no document or dataset "wire-2052". Did you mean wire-2025?',
  );
  await expect(takeBack('acme-rocket')).rejects.toThrow('Did you mean acme-rockets?');
  await expect(takeBack('quite-another')).rejects.toThrow('npm run import -- datasets');
  await expect(takeBack('star-2024')).rejects.toThrow(
    '"star-2024" is a document and a dataset: add --as document or --as dataset.',
  );
  expect(await graph.content()).toEqual(before);
  const of = { ontology, client: graph.client, key: 'star-2024' };
  expect(await retract({ ...of, as: 'document' })).toMatchObject({ dataset: 'acme-rockets' });
});

test('the last import is told, though another one has only begun', async () => {
  await graph.importPath(fixture);
  const begun = `CREATE (:Dataset {key: 'begun', title: 'Begun'})`;
  await graph.client.define([{ text: begun, parameters: {} }]);
  const { ask } = graphServer({ connection: graph.connection });
  const { data } = await ask('{ stats { lastImport } }');
  expect(data.stats.lastImport).toMatch(/^\d{4}-\d\d-\d\dT/);
});

test('a dataset to which A, B and A again are added is at another revision than after A, cut short or not', async () => {
  const dataset = { kind: 'dataset', key: 'growing', title: 'Growing' };
  const [a, b] = [entity('acme', 'Acme'), entity('boom', 'Boom')];
  const add = (line: Line, options = {}) =>
    graph.importLines([dataset, line], { additive: true, ...options });
  const revision = async () => (await listDatasets(graph.client, ontology))[0]?.revision;
  await add(a);
  const afterA = await revision();
  await add(b);
  const afterB = await revision();
  expect(afterB).not.toBe(afterA);
  await add(a);
  expect(await revision()).toBe(afterB);
  const whole = await graph.content();

  await clear();
  await add(a);
  // Ends it when all is written but the word that it is.
  const cut = new AbortController();
  const onProgress = ({ phase }: ImportProgress) => {
    if (phase === 'write') cut.abort(new Error('cut short'));
  };
  await expect(add(b, { signal: cut.signal, onProgress })).rejects.toThrow('cut short');
  expect(await revision()).toBe(afterA);
  expect(await add(b)).toMatchObject({ created: 0, unchanged: 1 });
  expect(await revision()).toBe(afterB);
  expect(await graph.content()).toEqual(whole);
});
