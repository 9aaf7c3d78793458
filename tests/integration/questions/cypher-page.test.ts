import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import neo4j, { type Driver, isDate, isPath } from 'neo4j-driver';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { pageQueries, savedQuery } from '../../../docs/neo4j-browser/page-queries.ts';

const queries = pageQueries();

let driver: Driver;
beforeAll(() => {
  const { uri, username, password } = inject('graph');
  const auth = neo4j.auth.basic(username, password);
  driver = neo4j.driver(uri, auth, { disableLosslessIntegers: true });
});
afterAll(() => driver.close());

/** A value as JSON has it: a day in ISO 8601, a path by the names along it. */
function plain(value: unknown): unknown {
  if (isDate(value as object)) return String(value);
  if (!isPath(value as object)) return value;
  const { start, segments } = value as neo4j.Path;
  return [start, ...segments.map(({ end }) => end)].map(({ properties }) => properties.name);
}

it.each(queries)('docs/cypher.md answers: $title', async ({ cypher, answer }) => {
  const { records } = await driver.executeQuery(cypher, {}, { routing: neo4j.routing.READ });
  const rows = records.map((record) =>
    Object.fromEntries(record.keys.map((key) => [key, plain(record.get(key))])),
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(rows).toEqual(JSON.parse(answer));
});

it('docs/cypher.md has twenty questions, and the saved queries are these', () => {
  expect(queries).toHaveLength(20);
  const archive = new URL('../../../docs/neo4j-browser/saved-queries.zip', import.meta.url);
  const saved = Object.entries(unzipSync(readFileSync(archive)));
  expect(
    saved.map(([name, text]) => ({ name, text: strFromU8(text) })),
    'stale: run `npm run cypher:saved` and commit',
  ).toEqual(queries.map(savedQuery));
});
