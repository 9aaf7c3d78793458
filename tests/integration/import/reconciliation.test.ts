import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeEach, expect, test } from 'vitest';
import { merge, split } from '../../../import/redirects/reconcile.ts';
import { retract } from '../../../import/retraction.ts';
import { ontology } from '../../../schema/ontology/ontology.ts';
import { cypher } from '../../../src/graph/cypher.ts';
import { useEmptyGraph } from './support/empty-graph.ts';

const graph = useEmptyGraph();
const run = promisify(execFile);

const first = [
  { kind: 'dataset', key: 'first', title: 'First', precedence: 10 },
  { kind: 'entity', key: 'acme', type: 'Company', nameEn: 'Acme', aliases: ['A.'] },
  { kind: 'entity', key: 'jane', type: 'Person', nameEn: 'Jane' },
  { kind: 'entity', key: 'luna', type: 'Place', nameEn: 'Luna' },
  { kind: 'document', key: 'memo', title: 'Memo', language: 'en', publishedAt: '2024-01-01' },
  {
    ...{ kind: 'statement', document: 'memo', subject: 'acme', predicate: 'STORE_COUNT' },
    ...{ value: { number: 5, unit: 'shops' }, modality: 'FACT' },
  },
];
const second = [
  { kind: 'dataset', key: 'second', title: 'Second' },
  { kind: 'entity', key: 'acme-inc', type: 'Company', nameEn: 'Acme Inc.', nameDe: 'Akme' },
  { kind: 'entity', key: 'luna', type: 'Place', nameEn: 'Luna' },
  { kind: 'relation', type: 'OPERATES_IN', from: 'acme-inc', to: 'luna', period: '2020/..' },
  {
    ...{ kind: 'document', key: 'note', title: 'Note', language: 'en', publishedAt: '2024-02-01' },
    publisher: 'acme-inc',
  },
  {
    ...{ kind: 'statement', document: 'note', subject: 'acme-inc', predicate: 'STORE_COUNT' },
    ...{ value: { number: 9, unit: 'shops' }, modality: 'FACT' },
  },
];
const third = [
  { kind: 'dataset', key: 'third', title: 'Third' },
  { kind: 'entity', key: 'acme-ltd', type: 'Company', nameEn: 'Acme Ltd.' },
];

const reason = 'one company';
const mergeThem = (into: string, key: string, dryRun = false) =>
  merge({ ontology, client: graph.client, into, key, reason, dryRun });
const splitIt = (key: string, dryRun = false) =>
  split({ ontology, client: graph.client, key, dryRun });

beforeEach(async () => {
  for (const lines of [first, second, third]) await graph.importLines(lines);
});

test('a merged entity has the names, relations and claims of both, and the conflict between them', async () => {
  const tried = await mergeThem('acme', 'acme-inc', true);
  expect(await graph.values(cypher`MATCH (r:Redirect) RETURN r.key AS row`)).toEqual([]);
  const report = await mergeThem('acme', 'acme-inc');
  expect(report).toEqual(tried);
  expect(report.conflicts.map(({ change, after }) => [change, after?.kind])).toEqual([
    ['APPEARS', 'VALUE'],
  ]);
  const merged = cypher`
MATCH (:Redirect {key: 'acme-inc', reason: 'one company'})-[:TO]->(e:Entity)
RETURN [e.key, e.nameEn, e.nameDe, e.aliases, e.datasets, e.statementCount, e.relationCount] AS row`;
  expect(await graph.values(merged)).toEqual([
    ['acme', 'Acme', 'Akme', ['Acme Inc.', 'A.'], ['first', 'second'], 2, 1],
  ]);
  const relation = cypher`MATCH ()-[r:OPERATES_IN]->() RETURN [r.id, r.datasets] AS row`;
  expect(await graph.values(relation)).toEqual([['acme:OPERATES_IN:luna', ['second']]]);
  expect((await splitIt('acme-inc')).conflicts.map(({ change }) => change)).toEqual(['GOES']);
});

test('the same datasets change nothing after a merge, and say so', async () => {
  await mergeThem('acme', 'acme-inc');
  const before = await graph.content();
  for (const lines of [first, second]) {
    expect(await graph.importLines(lines)).toMatchObject({ created: 0, updated: 0, retracted: 0 });
  }
  expect(await graph.content()).toEqual(before);
});

test('after a merge, an import and a retraction, a split leaves what they would have left', async () => {
  const changed = second.filter(({ kind }) => kind !== 'relation');
  await graph.importLines(changed);
  await retract({ ontology, client: graph.client, key: 'first' });
  const expected = await graph.content();
  await graph.client.define([{ text: 'MATCH (n) DETACH DELETE n', parameters: {} }]);
  for (const lines of [first, second, third]) await graph.importLines(lines);
  await mergeThem('acme', 'acme-inc');
  await graph.importLines(changed);
  await retract({ ontology, client: graph.client, key: 'first' });
  await splitIt('acme-inc');
  const undated = (rows: string[]) => rows.map((row) => row.replace(/"retractedAt":\{[^}]*\}/, ''));
  expect(undated(await graph.content())).toEqual(undated(expected));
});

test('a chain of merges is undone in any order', async () => {
  const before = await graph.content();
  for (const order of [
    ['acme-ltd', 'acme-inc'],
    ['acme-inc', 'acme-ltd'],
  ]) {
    await mergeThem('acme-inc', 'acme-ltd');
    await mergeThem('acme', 'acme-inc');
    const names = cypher`MATCH (e:Company {key: 'acme'}) RETURN e.aliases AS row`;
    expect(await graph.values(names)).toEqual([['Acme Inc.', 'Acme Ltd.', 'A.']]);
    for (const key of order) await splitIt(key);
    expect(await graph.content()).toEqual(before);
  }
});

test('what makes no sense is refused with what to do instead, and changes nothing', async () => {
  await mergeThem('acme', 'acme-inc');
  const before = await graph.content();
  const refused = async (into: string, key: string) =>
    expect(mergeThem(into, key)).rejects.toMatchObject({ name: 'ImportError' });
  await expect(mergeThem('acme', 'acme')).rejects.toThrow('acme cannot be merged into itself.');
  await expect(mergeThem('acme', 'jane')).rejects.toThrow('only entities of one type can be one');
  await expect(mergeThem('acme', 'acme-lt')).rejects.toThrow('Did you mean acme-ltd?');
  await expect(mergeThem('acme', 'acme-inc')).rejects.toThrow('nothing is left to do');
  await expect(mergeThem('acme-inc', 'acme')).rejects.toThrow('acme-inc is merged into acme');
  await expect(mergeThem('acme-ltd', 'acme-inc')).rejects.toThrow('merge acme, or split acme-inc');
  await refused('acme-inc', 'acme-ltd');
  await expect(splitIt('acme')).rejects.toThrow('into it are: acme-inc');
  await expect(splitIt('acme-in')).rejects.toThrow('Did you mean acme-inc?');
  await expect(splitIt('jane')).rejects.toThrow('jane is a Person that is not merged');
  expect(await graph.content()).toEqual(before);
});

test('later imports may speak of the key that was merged', async () => {
  await mergeThem('acme', 'acme-inc');
  const report = await graph.importLines([
    { kind: 'dataset', key: 'fourth', title: 'Fourth' },
    { kind: 'relation', type: 'BASED_IN', from: 'acme-inc', to: 'luna' },
  ]);
  expect(report).toMatchObject({ rejected: 0, byKind: { relation: { created: 1 } } });
  const relation = cypher`MATCH (e)-[r:BASED_IN]->() RETURN [e.key, r.id] AS row`;
  expect(await graph.values(relation)).toEqual([['acme', 'acme:BASED_IN:luna']]);
  await splitIt('acme-inc');
  expect(await graph.values(relation)).toEqual([['acme-inc', 'acme-inc:BASED_IN:luna']]);
});

test('the commands merge, list and split, and want a reason', async () => {
  const command = (...args: string[]) =>
    run(process.execPath, ['--import', 'tsx', 'import/main.ts', ...args], {
      env: graph.environment,
    });
  await expect(command('merge', 'acme', 'acme-inc')).rejects.toMatchObject({
    stderr: expect.stringContaining('--reason'),
  });
  const merged = await command('merge', 'acme', 'acme-inc', '--reason', reason);
  expect(merged.stdout).toContain('Merged (acme-inc leads to acme).');
  const { stdout } = await command('merges');
  expect(stdout).toContain('acme-inc "Acme Inc."');
  expect(stdout).toContain(reason);
  expect(JSON.parse((await command('merges', '--json')).stdout)).toMatchObject([
    { key: 'acme-inc', into: 'acme', type: 'Company', reason },
  ]);
  const undone = await command('split', 'acme-inc', '--json');
  expect(JSON.parse(undone.stdout)).toMatchObject({ key: 'acme-inc', into: 'acme' });
});
