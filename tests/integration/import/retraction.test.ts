import { expect, test } from 'vitest';
import { cypher } from '../../../src/graph/cypher.ts';
import { fixture, type Line, linesOf, useEmptyGraph } from './support/empty-graph.ts';

const graph = useEmptyGraph();

async function relationIds(): Promise<unknown[]> {
  return graph.values(cypher`
MATCH (a:Entity)-[r]->(b:Entity)
RETURN r.id AS row ORDER BY row`);
}

test('a removed statement is retracted, and its relation goes unless another supports it', async () => {
  const lines = await linesOf(fixture);
  await graph.importLines(lines);
  expect(await relationIds()).toContain('acme:PURSUES:moon-hotel');
  const without = (document: string) => (line: Line) =>
    !(line.predicate === 'PURSUES' && line.document === document);
  const one = lines.filter(without('wire-2025'));
  const first = await graph.importLines(one);
  expect(first.byKind).toMatchObject({
    statement: { retracted: 1, created: 0, updated: 0 },
    relation: { retracted: 0, updated: 1 },
  });
  expect(await relationIds()).toContain('acme:PURSUES:moon-hotel');
  const second = await graph.importLines(one.filter(without('star-2024')));
  expect(second.byKind).toMatchObject({ statement: { retracted: 1 }, relation: { retracted: 1 } });
  expect(await relationIds()).not.toContain('acme:PURSUES:moon-hotel');
});

test('a conflict goes with the statements that made it, and leaves none behind', async () => {
  const lines = await linesOf(fixture);
  await graph.importLines(lines);
  const left = cypher`
MATCH (c:Conflict) RETURN [c.kind, COUNT { (c)--() }] AS row ORDER BY c.kind`;
  expect(await graph.values(left)).toEqual([
    ['POLARITY', 2],
    ['VALUE', 2],
  ]);
  await graph.importLines(lines.filter(({ polarity }) => polarity !== 'NEGATED'));
  expect(await graph.values(left)).toEqual([['VALUE', 2]]);
  const third = {
    ...lines.find(({ predicate }) => predicate === 'PRICE'),
    value: { number: 7, unit: 'EUR' },
  };
  await graph.importLines([...lines, third]);
  expect(await graph.values(left)).toEqual([
    ['POLARITY', 2],
    ['VALUE', 3],
  ]);
  await graph.importLines(lines.filter(({ document }) => document !== 'star-2024'));
  expect(await graph.values(left)).toEqual([]);
  const pairs = cypher`MATCH ()-[pair:CONTRADICTS]->() RETURN count(pair) AS row`;
  expect(await graph.values(pairs)).toEqual([0]);
});

test('a removed document goes with its statements, a removed entity once nothing mentions it', async () => {
  const lines = await linesOf(fixture);
  await graph.importLines(lines);
  const left = lines.filter(
    ({ key, document, subject }) =>
      key !== 'wire-2025' &&
      document !== 'wire-2025' &&
      key !== 'rocket-one' &&
      subject !== 'rocket-one',
  );
  const report = await graph.importLines(left.filter(({ type }) => type !== 'MAKES'));
  expect(report.byKind).toMatchObject({
    document: { retracted: 1 },
    statement: { retracted: 6 },
    entity: { retracted: 1 },
    relation: { retracted: 1 },
  });
  const orphans = await graph.values(cypher`
MATCH (n) WHERE NOT n:Dataset AND n.key IN ['wire-2025', 'rocket-one'] OR n:Statement AND NOT EXISTS { (n)-[:IN_DOCUMENT]->() }
RETURN n.key AS row`);
  expect(orphans).toEqual([]);
});

test('what another dataset says stays when one is emptied, and the end is as if the first had never been', async () => {
  const other = [
    { kind: 'dataset', key: 'other', title: 'Other' },
    {
      kind: 'entity',
      key: 'acme',
      type: 'Company',
      nameEn: 'ACME',
      nameDe: 'Akme',
      aliases: ['A.'],
    },
    { kind: 'entity', key: 'luna', type: 'Place', nameEn: 'Luna' },
    { kind: 'relation', type: 'BASED_IN', from: 'acme', to: 'luna', period: '2012/..' },
    { kind: 'document', key: 'memo', title: 'Memo', language: 'en' },
    {
      ...{ kind: 'statement', document: 'memo', subject: 'acme', predicate: 'OPERATES_IN' },
      ...{ object: 'luna', modality: 'FACT' },
    },
  ];
  await graph.importLines(other);
  const alone = await graph.content();
  await graph.importPath(fixture);
  expect(
    await graph.values(
      cypher`MATCH (e:Company {key: 'acme'}) RETURN e {.nameEn, .nameDe, .aliases, .datasets} AS row`,
    ),
  ).toEqual([
    {
      ...{ nameEn: 'Acme', nameDe: 'Akme', aliases: ['ACME', 'Acme Inc.', 'A.'] },
      datasets: ['acme-rockets', 'other'],
    },
  ]);
  expect(
    await graph.values(
      cypher`MATCH ()-[r:BASED_IN]->() RETURN [r.period, r.datasets, r.datasetPeriods] AS row`,
    ),
  ).toEqual([['2012/..', ['acme-rockets', 'other'], ['2010/..', '2012/..']]]);
  const [dataset] = await linesOf(fixture);
  const emptied = await graph.importLines([dataset ?? {}]);
  expect(emptied).toMatchObject({ rejected: 0, byKind: { entity: { retracted: 6, updated: 2 } } });
  const left = (await graph.content()).filter((row) => !row.includes('"key":"acme-rockets"'));
  expect(left).toEqual(alone);
});

test('a type clash, and a document of another dataset, are refused', async () => {
  await graph.importPath(fixture);
  const before = await graph.content();
  const report = await graph.importLines([
    { kind: 'dataset', key: 'acme-rockets-2', title: 'Clash' },
    { kind: 'entity', key: 'acme', type: 'Person', nameEn: 'Acme' },
    { kind: 'document', key: 'star-2024', title: 'Stolen', language: 'en' },
  ]);
  expect(report.rejects.map(({ code, line }) => [code, line])).toEqual([
    ['TYPE_CLASH', 2],
    ['DOCUMENT_OWNED', 3],
  ]);
  const after = (await graph.content()).filter((row) => !row.includes('acme-rockets-2'));
  expect(after).toEqual(before);
});
