import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import neo4j, { type Driver } from 'neo4j-driver';

const batchSize = 5_000;

interface Line extends Readonly<Record<string, unknown>> {
  readonly kind: string;
}

/**
 * What somebody writes who has these files, a driver and an afternoon: one prepared statement for each
 * type, `UNWIND` and `CREATE`, nothing checked, nothing read back, nothing derived, no index but that of
 * the keys, by which relations find their ends.
 */
export async function loadByHand(driver: Driver, path: string): Promise<void> {
  for (const label of ['Entity', 'Document']) {
    await driver.executeQuery(`CREATE CONSTRAINT FOR (n:${label}) REQUIRE n.key IS UNIQUE`);
  }
  const batches = new Map<string, unknown[]>();
  const related = new Set<string>();
  let kind = '';
  for await (const text of createInterface({ input: createReadStream(path) })) {
    const line = JSON.parse(text) as Line;
    if (line.kind !== kind) {
      // What comes next leads to it.
      for (const [statement, rows] of batches) await send(driver, statement, rows);
      batches.clear();
      kind = line.kind;
    }
    for (const [statement, row] of rowsOf(line, related)) {
      const rows = batches.get(statement) ?? [];
      batches.set(statement, rows);
      rows.push(row);
      if (rows.length < batchSize) continue;
      await send(driver, statement, rows);
      batches.delete(statement);
    }
  }
  for (const [statement, rows] of batches) await send(driver, statement, rows);
}

async function send(driver: Driver, statement: string, rows: readonly unknown[]): Promise<void> {
  const session = driver.session();
  try {
    await session.executeWrite((transaction) => transaction.run(statement, { rows }));
  } finally {
    await session.close();
  }
}

/** Statements and a row for each. Types are those of the generator's own files. */
function* rowsOf({ kind, ...record }: Line, related: Set<string>): Generator<[string, unknown]> {
  if (kind === 'entity') {
    const { type, properties, ...own } = record;
    yield [
      `UNWIND $rows AS row CREATE (e:Entity:${type}) SET e = row`,
      { ...own, ...propertiesOf(Object(properties)) },
    ];
  } else if (kind === 'relation') {
    const { type, from, to, ...own } = record;
    yield [relate(String(type)), { from, to, own }];
  } else if (kind === 'document') {
    const { publisher, basedOn, ...own } = record;
    yield [document, { own, publisher, basedOn }];
  } else if (kind === 'statement') {
    const { subject, predicate, object, role } = record;
    yield [statement, statementRow(record)];
    const relation = [subject, predicate, object, role].join();
    if (object === undefined || record.polarity !== 'AFFIRMED' || related.has(relation)) return;
    related.add(relation);
    const own = role === undefined ? {} : { role };
    yield [relate(String(predicate)), { from: subject, to: object, own }];
  }
}

/** Maps are positions: there are no others. */
function propertiesOf(properties: Readonly<Record<string, unknown>>) {
  const entries = Object.entries(properties).map(([name, value]) => {
    const { latitude, longitude } = Object(value) as { latitude?: number; longitude?: number };
    if (latitude === undefined || longitude === undefined) return [name, value];
    return [name, new neo4j.types.Point(4326, longitude, latitude)];
  });
  return Object.fromEntries(entries) as Record<string, unknown>;
}

function relate(type: string): string {
  return `UNWIND $rows AS row
MATCH (from:Entity {key: row.from}) MATCH (to:Entity {key: row.to})
CREATE (from)-[r:${type}]->(to) SET r = row.own`;
}

const document = `UNWIND $rows AS row
MATCH (outlet:Entity {key: row.publisher})
CREATE (d:Document) SET d = row.own
CREATE (outlet)-[:PUBLISHED]->(d)
WITH d, row UNWIND row.basedOn AS source
MATCH (outlet:Entity {key: source}) CREATE (d)-[:BASED_ON]->(outlet)`;

const statement = `UNWIND $rows AS row
MATCH (document:Document {key: row.document}) MATCH (subject:Entity {key: row.subject})
CREATE (s:Statement)-[:IN_DOCUMENT]->(document) CREATE (s)-[:SUBJECT]->(subject) SET s = row.own
WITH s, row
CALL (s, row) { MATCH (object:Entity {key: row.object}) CREATE (s)-[:OBJECT]->(object) }
CALL (s, row) { MATCH (origin:Entity {key: row.via}) CREATE (s)-[:ORIGIN]->(origin) }
CALL (s, row) { UNWIND row.attributedTo AS key MATCH (speaker:Entity {key: key}) CREATE (s)-[:ATTRIBUTED_TO]->(speaker) }`;

function statementRow(record: Readonly<Record<string, unknown>>) {
  const { document, subject, object, via, attributedTo, value, summary, passage, ...own } = record;
  const { attribution, ...flat } = own;
  return {
    ...{ document, subject, object, via, attributedTo },
    own: { ...flat, ...flattened({ value, summary, passage, attribution }) },
  };
}

/** `{summary: {en}}` as `{summaryEn}`: a node holds no maps. */
function flattened(maps: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(maps).flatMap(([name, map]) =>
    Object.entries(Object(map) as object).map(([key, value]) => [
      `${name}${key[0]?.toUpperCase()}${key.slice(1)}`,
      value,
    ]),
  );
  return Object.fromEntries(entries) as Record<string, unknown>;
}
