import neo4j from 'neo4j-driver';
import { expect, inject, it } from 'vitest';
import { dataOf } from '../../support/ask.ts';
import { printedQueries, readmeCypher } from '../../support/readme.ts';

it.each(printedQueries)('$file prints the answer to $query', async ({ query, answer }) => {
  expect(await dataOf(query)).toEqual(JSON.parse(answer));
});

it('the README and docs/questions.md have their queries, and the README its Cypher', () => {
  const count = (file: string) => printedQueries.filter((query) => query.file === file).length;
  expect(count('README.md')).toBe(3);
  expect(count('docs/questions.md')).toBeGreaterThanOrEqual(9);
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
