import neo4j, { type Driver } from 'neo4j-driver';
import { expect, inject, it } from 'vitest';
import { ontology } from '../../../../schema/ontology/ontology.ts';
import { catalogue } from './catalogue.ts';

it('Neo4j explains every statement of the catalogue without a notification', async () => {
  const { uri, username, password } = inject('graph');
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
  const complaints: string[] = [];
  try {
    await nameWhatTheDataLacks(driver);
    for (const { name, text, parameters } of catalogue(ontology)) {
      const { summary } = await driver.executeQuery(`EXPLAIN ${text}`, parameters);
      const notices = summary.gqlStatusObjects.filter(({ isNotification }) => isNotification);
      complaints.push(...notices.map((notice) => `${name}: ${notice.statusDescription}\n${text}`));
    }
  } finally {
    await driver.close();
  }
  expect(complaints).toEqual([]);
}, 480_000);

/** Names of the graph model that no record of the dataset has used: else each is a notification. */
async function nameWhatTheDataLacks(driver: Driver) {
  for (const type of [
    ...Object.keys(ontology.relations),
    'PUBLISHED',
    'CONTRADICTS',
    'BETWEEN',
    'TO',
  ]) {
    await driver.executeQuery('CALL db.createRelationshipType($type)', { type });
  }
  for (const property of [
    ...['url', 'sameAs', 'role', 'foldedRole', 'period', 'valueBoolean', 'publisher'],
    ...['datasetPeriods', 'datasetEarliest', 'datasetLatest', 'mergedAt', 'reason'],
    ...['denialOf', 'denialPublished', 'denialFrom', 'denialUntil', 'denialModalities'],
    ...['denialOrigins', 'denialPublishers'],
  ]) {
    await driver.executeQuery('CALL db.createProperty($property)', { property });
  }
}
