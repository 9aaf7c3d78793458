import { expect, test } from 'vitest';
import { cypher, parameter } from '../../../src/graph/cypher.ts';
import { fixture, type Line, linesOf, useEmptyGraph } from './support/empty-graph.ts';

const graph = useEmptyGraph();

test('a relation carries what its statements say, and its ends count it', async () => {
  await graph.importPath(fixture);
  expect(
    await graph.values(cypher`
MATCH (:Company {key: 'acme'})-[r:PURSUES]->(:Plan {key: 'moon-hotel'})
RETURN r {.id, .modality, .disputed, .statementCount, .documentCount, .independentSourceCount, firstReported: toString(r.firstReported), lastReported: toString(r.lastReported)} AS row`),
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

test('a relation carries an entry for each statement and each denial of one', async () => {
  await graph.importPath(fixture);
  const lists = (type: ReturnType<typeof cypher>) =>
    graph.values(cypher`
MATCH ()-[r:${type}]->()
RETURN r {.statementModalities, .statementOrigins, .statementPublishers, .statementDocuments, .statementTimes, .denialOf, .denialModalities, .denialOrigins, .denialPublishers,
  statementPublished: [day IN r.statementPublished | toString(day)], statementFrom: [day IN r.statementFrom | toString(day)], statementUntil: [day IN r.statementUntil | toString(day)],
  statementEarliest: [day IN r.statementEarliest | toString(day)], denialPublished: [day IN r.denialPublished | toString(day)]} AS row`);
  const always = { statementFrom: ['0001-01-01'], statementUntil: ['9999-12-31'] };
  const none = { statementEarliest: null };
  expect(await lists(cypher`PARTNERS_WITH`)).toEqual([
    {
      ...{ statementModalities: ['SPECULATED'], statementOrigins: ['daily-star'] },
      ...{ statementPublishers: ['daily-star'], statementDocuments: ['star-2024'] },
      ...{ statementPublished: ['2024-03-01'], statementTimes: ['-'], ...always, ...none },
      ...{ denialOf: [0], denialModalities: ['FACT'], denialOrigins: ['the-wire'] },
      ...{ denialPublishers: ['the-wire'], denialPublished: ['2025-06-30'] },
    },
  ]);
  expect(await lists(cypher`ANNOUNCED`)).toMatchObject([
    {
      ...{ statementTimes: ['2024-02'], statementEarliest: ['2024-02-01'], denialOf: null },
      ...{ statementFrom: ['2024-02-29'], statementUntil: ['9999-12-31'] },
    },
  ]);
  expect(await lists(cypher`BASED_IN`)).toMatchObject([{ statementOrigins: null, denialOf: null }]);
});

test('a statement says what it claims, where it goes back to, and when it holds', async () => {
  await graph.importPath(fixture);
  const claims = (predicate: string) =>
    graph.values(cypher`
MATCH (s:Statement) WHERE s.predicate = ${parameter('predicate', predicate)}
RETURN s {.claimId, .origin, .publisher, from: toString(s.holdsFrom), until: toString(s.holdsUntil)} AS row ORDER BY s.published`);
  const open = { from: null, until: null };
  const partners = 'acme:PARTNERS_WITH:boom-motors:engines';
  expect(await claims('PARTNERS_WITH')).toEqual([
    { claimId: partners, origin: 'daily-star', publisher: 'daily-star', ...open },
    { claimId: `not ${partners}`, origin: 'the-wire', publisher: 'the-wire', ...open },
  ]);
  expect(await claims('ANNOUNCED')).toMatchObject([{ from: '2024-02-29', until: null }]);
  expect(await claims('DUE')).toMatchObject([open, open]);
  const [first] = await claims('PURSUES');
  expect(first).toMatchObject({ origin: 'the-wire', publisher: 'daily-star' });
  const prices = (await claims('PRICE')) as { claimId: string }[];
  expect(new Set(prices.map(({ claimId }) => claimId)).size).toBe(2);
});

test('claims that contradict each other are joined, and meet in a conflict of their kind', async () => {
  const lines = await linesOf(fixture);
  await graph.importLines(lines);
  const conflicts = cypher`
MATCH (c:Conflict)
RETURN [c.kind, c.name, COUNT { (c)-[:BETWEEN]->(:Statement) }, COUNT { (c)-[:BETWEEN]->(:Statement)-[:CONTRADICTS]->(:Statement) }] AS row ORDER BY c.kind`;
  const polarity = ['POLARITY', 'acme PARTNERS_WITH boom-motors engines', 2, 1];
  const price = ['VALUE', 'rocket-one PRICE luna EUR', 2, 1];
  expect(await graph.values(conflicts)).toEqual([polarity, price]);
  // Nobody is left who may revise the date.
  await graph.importLines(lines.filter(({ predicate }) => predicate !== 'ANNOUNCED'));
  const due = ['TIME', 'moon-hotel DUE', 2, 1];
  expect(await graph.values(conflicts)).toEqual([polarity, due, price]);
  const rumoured = lines.map((line) =>
    line.predicate === 'ANNOUNCED' ? { ...line, modality: 'SPECULATED' } : line,
  );
  await graph.importLines(rumoured);
  expect(await graph.values(conflicts)).toEqual([polarity, due, price]);
  await graph.importLines(lines);
  expect(await graph.values(conflicts)).toEqual([polarity, price]);
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

test('a plan keeps the day by which it is due, by the latest word of who may say so', async () => {
  const lines = await linesOf(fixture);
  const days = cypher`MATCH (p:Plan {key: 'moon-hotel'}) RETURN toString(p.dueDay) AS row`;
  const isDue = ({ predicate }: Line) => predicate === 'DUE';
  await graph.importLines(lines.filter((line) => !isDue(line) || line.document === 'star-2024'));
  expect(await graph.values(days)).toEqual(['2027-12-31']);
  await graph.importLines(lines);
  expect(await graph.values(days)).toEqual(['2029-01-01']);
  await graph.importLines(lines.filter((line) => !isDue(line)));
  expect(await graph.values(days)).toEqual([null]);
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
