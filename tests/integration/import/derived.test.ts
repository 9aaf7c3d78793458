import { expect, test } from 'vitest';
import { cypher } from '../../../src/graph/cypher.ts';
import { fixture, type Line, linesOf, useEmptyGraph } from './support/empty-graph.ts';

const graph = useEmptyGraph();

test('a relation carries what its statements say, and its ends count it', async () => {
  await graph.importPath(fixture);
  expect(
    await graph.values(cypher`
MATCH (:Company {key: 'acme'})-[r:PURSUES]->(:Plan {key: 'moon-hotel'})
RETURN r {.*, firstReported: toString(r.firstReported), lastReported: toString(r.lastReported)} AS row`),
  ).toEqual([
    {
      ...{ id: 'acme:PURSUES:moon-hotel', modality: 'FACT', disputed: false },
      ...{ statementCount: 2, documentCount: 2, independentSourceCount: 1 },
      ...{ firstReported: '2024-03-01', lastReported: '2025-06-30' },
    },
  ]);
  expect(
    await graph.values(cypher`
MATCH (e:Plan {key: 'moon-hotel'})
RETURN [e.relationCount, e.statementCount, toString(e.firstReported), toString(e.lastReported)] AS row`),
  ).toEqual([[2, 5, '2024-03-01', '2025-06-30']]);
});

test('a denial adds no relation and disputes one, from whichever end it is said', async () => {
  const lines = await linesOf(fixture);
  const denial = (line: Line) => line.polarity === 'NEGATED';
  const affirmation = (line: Line) => line.predicate === 'PARTNERS_WITH' && !denial(line);
  await graph.importLines(lines.filter((line) => !affirmation(line)));
  const partners = cypher`MATCH ()-[r:PARTNERS_WITH]->() RETURN [r.id, r.disputed, r.statementCount] AS row`;
  const claims = cypher`
MATCH (s:Statement {predicate: 'PARTNERS_WITH'})
RETURN [s.polarity, s.disputed, s.relationId, s.deniedRelationId] AS row ORDER BY s.polarity`;
  const id = 'acme:PARTNERS_WITH:boom-motors:engines';
  expect(await graph.values(partners)).toEqual([]);
  expect(await graph.values(claims)).toEqual([['NEGATED', false, null, id]]);
  await graph.importLines(lines);
  expect(await graph.values(partners)).toEqual([[id, true, 1]]);
  expect(await graph.values(claims)).toEqual([
    ['AFFIRMED', true, id, null],
    ['NEGATED', true, null, id],
  ]);
  await graph.importLines(lines.filter((line) => !denial(line)));
  expect(await graph.values(partners)).toEqual([[id, false, 1]]);
});

test('different values are disputed, but a later word of who announced the plan is a revision', async () => {
  const lines = await linesOf(fixture);
  await graph.importLines(lines);
  const disputed = cypher`
MATCH (s:Statement) WHERE s.predicate IN ['DUE', 'PRICE', 'RANK']
RETURN [s.predicate, s.disputed] AS row ORDER BY s.predicate`;
  expect(await graph.values(disputed)).toEqual([
    ...[
      ['DUE', false],
      ['DUE', false],
      ['PRICE', true],
      ['PRICE', true],
      ['RANK', false],
    ],
  ]);
  await graph.importLines(lines.filter(({ predicate }) => predicate !== 'ANNOUNCED'));
  expect(await graph.values(disputed)).toEqual([
    ...[
      ['DUE', true],
      ['DUE', true],
      ['PRICE', true],
      ['PRICE', true],
      ['RANK', false],
    ],
  ]);
});

test('a document that changes its date or outlet takes its statements and relations with it', async () => {
  const lines = await linesOf(fixture);
  await graph.importLines(lines);
  const changed = lines.map((line) =>
    line.key === 'wire-2025' ? { ...line, publishedAt: '2023', publisher: 'daily-star' } : line,
  );
  const report = await graph.importLines(changed);
  expect(report.byKind).toMatchObject({ document: { updated: 1 }, statement: { updated: 5 } });
  const row = cypher`
MATCH (:Company {key: 'acme'})-[r:PURSUES]->()
RETURN [toString(r.firstReported), toString(r.lastReported), r.independentSourceCount] AS row`;
  expect(await graph.values(row)).toEqual([['2023-12-31', '2024-03-01', 2]]);
  const ended = await graph.content();
  await graph.client.define([{ text: 'MATCH (n) DETACH DELETE n', parameters: {} }]);
  await graph.importLines(changed);
  expect(await graph.content()).toEqual(ended);
});

test('times are dates, counts are integers and places are points', async () => {
  await graph.importPath(fixture);
  expect(
    await graph.values(cypher`
MATCH (d:Document {key: 'wire-2025'}), (p:Place {key: 'luna'}), (s:Statement {predicate: 'ANNOUNCED'})
RETURN [d.publishedAt, toString(d.published), toString(d.publishedAtEarliest), d.publishedAtLatest IS :: DATE, p.location.srid, p.sortName, p.foldedNames, s.passageEnd IS :: INTEGER, toString(s.timeLatest), p.countryCode] AS row`),
  ).toEqual([
    [
      ...['2025-06~', '2025-06-30', '2025-06-01', true, 4326, 'luna-stadt sud'],
      ...[['luna-stadt sud', 'luna-stadt sued'], true, '2024-02-29', 'LU'],
    ],
  ]);
});
