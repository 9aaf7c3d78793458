import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { merge } from '../../../import/redirects/reconcile.ts';
import { ontology } from '../../../schema/ontology/ontology.ts';
import { fixture, type Line, useEmptyGraph } from '../import/support/empty-graph.ts';
import { randomClaims } from '../import/support/random-claims.ts';
import { exportedFile, exportedText } from './support/exported.ts';

const graph = useEmptyGraph();
const data = fileURLToPath(new URL('../../../import/data', import.meta.url));
const clear = () => graph.client.define([{ text: 'MATCH (n) DETACH DELETE n', parameters: {} }]);

/** Exports, empties the graph, and imports what was exported. */
async function thereAndBack() {
  const path = await exportedFile(graph.client, 'ndjson');
  await clear();
  const report = await graph.importPath(path);
  expect(report.rejects).toEqual([]);
  return report;
}

test('the bundled data, exported as NDJSON and imported into an empty graph, give an equal graph', async () => {
  await graph.importPath(data);
  const before = await graph.content();
  const text = await exportedText(graph.client, 'ndjson');
  const report = await thereAndBack();
  expect(report.datasets).toEqual(['reference', 'xiaomi-expansion']);
  expect(await graph.content()).toEqual(before);
  // Also to the letter, whatever the graph lies like on disk.
  expect(await exportedText(graph.client, 'ndjson')).toBe(text);
});

test('any graph, exported as NDJSON and imported into an empty graph, gives an equal graph', async () => {
  await fc.assert(
    fc.asyncProperty(randomClaims, async (datasets) => {
      await clear();
      for (const lines of datasets) await graph.importLines(lines);
      const before = await graph.content();
      await thereAndBack();
      expect(await graph.content()).toEqual(before);
    }),
    { numRuns: 12, endOnFailure: true },
  );
});

test('a graph with a merge, exported as NDJSON, comes back as it was said', async () => {
  await fc.assert(
    fc.asyncProperty(
      randomClaims,
      fc.constantFrom(['acme', 'boom'], ['daily', 'wire']),
      async (datasets, [into = '', key = '']) => {
        await clear();
        for (const lines of datasets) await graph.importLines(lines);
        const before = await graph.content();
        await merge({ ontology, client: graph.client, into, key, reason: 'one' });
        await thereAndBack();
        expect(await graph.content()).toEqual(before);
      },
    ),
    { numRuns: 4, endOnFailure: true },
  );
});

test('what is said again, from the other end, or of the publisher itself counts once in the revision', async () => {
  const lines: Line[] = [
    {
      kind: 'dataset',
      key: 'odd',
      title: 'Odd',
      licence: 'CC0-1.0',
      source: 'A "source"\nin two lines',
    },
    ...['zeta', 'alpha', 'news'].map((key) => ({
      ...{
        kind: 'entity',
        key,
        type: 'Company',
        nameEn: `${key} \u2028 „x“ 雷`,
        aliases: ['b', 'a'],
      },
    })),
    { kind: 'relation', type: 'PARTNERS_WITH', from: 'zeta', to: 'alpha', role: 'a:b' },
    {
      ...{ kind: 'document', key: 'd', title: 'D', language: 'en', publisher: 'news' },
      basedOn: ['zeta', 'news', 'zeta'],
    },
    {
      ...{ kind: 'statement', document: 'd', subject: 'alpha', predicate: 'INVESTMENT' },
      ...{ value: { min: 0.1, max: 3e22, unit: 'EUR', approximate: false }, modality: 'FACT' },
      ...{ attributedTo: ['zeta', 'alpha', 'zeta'], via: 'news' },
    },
  ];
  await graph.importLines(lines);
  const before = await graph.content();
  await thereAndBack();
  expect(await graph.content()).toEqual(before);
});

test('a graph of more than a page of each kind is exported whole', async () => {
  const count = 1_100;
  const document = (key: string) => ({ kind: 'document', key, title: key, language: 'en' });
  const lines: Line[] = Array.from({ length: count }, (_, i) => [
    { kind: 'entity', key: `c-${i}`, type: 'Company', nameEn: `C ${i}` },
    { kind: 'relation', type: 'OWNS', from: `c-${i}`, to: `c-${(i * 7) % count}` },
    ...['all', `d-${i % 60}`].map((key) => ({
      ...{ kind: 'statement', document: key, subject: `c-${i}`, predicate: 'HEADCOUNT' },
      ...{ value: { number: i, unit: 'people' }, modality: 'FACT' },
    })),
  ]).flat();
  const documents = ['all', ...Array.from({ length: 60 }, (_, i) => `d-${i}`)].map(document);
  await graph.importLines([...documents, ...lines]);
  const before = await graph.content();
  await thereAndBack();
  expect(await graph.content()).toEqual(before);
});

test('a dataset is exported by itself, and imported is the same as from its own file', async () => {
  await graph.importPath(fixture);
  const alone = await graph.content();
  await graph.importPath(data);
  const path = await exportedFile(graph.client, 'ndjson', { dataset: 'acme-rockets' });
  await clear();
  await graph.importPath(path);
  expect(await graph.content()).toEqual(alone);
});

test('an excerpt holds whatever it mentions, and imported into the whole graph retracts nothing', async () => {
  await graph.importPath(data);
  const before = await graph.content();
  const path = await exportedFile(graph.client, 'ndjson', { around: 'baic', hops: 1 });
  const again = await graph.importPath(path);
  expect(again).toMatchObject({ rejects: [], created: 0, updated: 0, retracted: 0 });
  expect(again.unchanged).toBeGreaterThan(10);
  const withoutRevision = (rows: string[]) =>
    rows.map((row) => row.replace(/"revision":"\w+"/, '')).sort();
  expect(withoutRevision(await graph.content())).toEqual(withoutRevision(before));
  await clear();
  const alone = await graph.importPath(path);
  expect(alone.rejects).toEqual([]);
  expect(alone.byKind.entity.created).toBe(again.byKind.entity.unchanged);
  const wider = await exportedText(graph.client, 'ndjson', { around: 'baic', hops: 9 });
  expect(wider.split('\n').length).toBeGreaterThan(10);
});

test('a file of several datasets names them in its records, and is refused where that fails', async () => {
  const [a, b] = ['a', 'b'].map((key) => ({ kind: 'dataset', key, title: key.toUpperCase() }));
  const named = (dataset: string, key: string) => ({
    ...{ kind: 'entity', dataset, key, type: 'Person', nameEn: key },
  });
  const file = [named('a', 'x'), a ?? {}, b ?? {}, named('b', 'y')];
  expect(await graph.importLines(file)).toMatchObject({ rejected: 0, datasets: ['a', 'b'] });
  const twoOfThree = await graph.importLines([...file, named('c', 'z')]);
  expect(twoOfThree.rejects).toMatchObject([
    {
      ...{ line: 5, path: '/dataset', code: 'NO_DATASET' },
      message: expect.stringContaining('no line of the file describes the dataset "c"'),
    },
  ]);
  expect(twoOfThree.byKind.entity).toMatchObject({ unchanged: 2, retracted: 0 });
  const unreadable = await graph.importLines([a ?? {}, b ?? {}, named('a', 'x'), '{ no JSON']);
  expect(unreadable).toMatchObject({ rejected: 1, retracted: 0 });
  const { dataset: _, ...nameless } = named('', 'z');
  const unclear = await graph.importLines([...file, nameless]);
  expect(unclear.rejects).toMatchObject([{ code: 'NO_DATASET' }]);
});

test('an export says which key was meant, and that the graph is being changed', async () => {
  await graph.importPath(fixture);
  const tried = (part: object) => exportedText(graph.client, 'ndjson', part);
  await expect(tried({ dataset: 'acme-rocket' })).rejects.toThrow('Did you mean acme-rockets?');
  await expect(tried({ around: 'moon-hotle' })).rejects.toThrow('Did you mean moon-hotel?');
  await expect(tried({ hops: 2 })).rejects.toThrow('add --around KEY');
  await expect(tried({ dataset: 'acme-rockets', around: 'acme' })).rejects.toThrow('not both');
  const lease = "CREATE (:ImportLease {key: 'import', until: datetime() + duration('PT1M')})";
  await graph.client.define([{ text: lease, parameters: {} }]);
  await expect(tried({})).rejects.toThrow('An import is under way');
});
