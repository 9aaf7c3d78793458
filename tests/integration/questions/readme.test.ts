import neo4j from 'neo4j-driver';
import { expect, inject, it } from 'vitest';
import { dataOf } from '../../support/ask.ts';
import { readmeCypher, readmeQueries } from '../../support/readme.ts';

it.each(readmeQueries)('the README prints the answer to $query', async ({ query, answer }) => {
  expect(await dataOf(query)).toEqual(JSON.parse(answer));
});

it('the README has its queries and its Cypher', () => {
  expect(readmeQueries.length).toBeGreaterThanOrEqual(6);
  expect(readmeCypher.length).toBeGreaterThanOrEqual(3);
});

it.each(readmeCypher)('Neo4j answers the README’s %s', async (text) => {
  const { uri, username, password } = inject('graph');
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
  try {
    const { records } = await driver.executeQuery(text);
    expect(records.length).toBeGreaterThan(0);
  } finally {
    await driver.close();
  }
});
