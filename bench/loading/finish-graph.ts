import neo4j from 'neo4j-driver';
import { finishDatasets, writeDatasets } from '../../import/write/dataset-questions.ts';
import { constraints } from '../../schema/constraints.ts';
import type { Ontology } from '../../schema/ontology/define.ts';
import type { GraphConnection } from '../../src/graph/client.ts';
import { compileQuestion } from '../../src/graph/question.ts';
import { datasetKey, datasetTitle } from '../graph/news-graph.ts';

/** Milliseconds for one of them: an index over a million statements takes some ten seconds. */
const timeout = 900_000;

/** The offline importer makes no difference between a list without elements and no list. */
const emptyLists = `MATCH (entity:Entity) WHERE entity.aliases IS NULL OR entity.sameAs IS NULL
CALL (entity) {
  SET entity.aliases = coalesce(entity.aliases, []), entity.sameAs = coalesce(entity.sameAs, [])
} IN TRANSACTIONS OF 10000 ROWS`;

/** What follows the offline import: constraints, indexes, and the word that the dataset is whole. */
export async function finishGraph(connection: GraphConnection, ontology: Ontology): Promise<void> {
  const { uri, username, password } = connection;
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
  const session = driver.session();
  const properties = { key: datasetKey, title: datasetTitle, name: datasetTitle, precedence: 100 };
  try {
    for (const text of constraints(ontology)) await session.run(text, {}, { timeout });
    await session.run('CALL db.awaitIndexes(900)', {}, { timeout });
    await session.run(emptyLists, {}, { timeout });
    for (const { text, parameters } of [
      compileQuestion(writeDatasets, [{ key: datasetKey, properties }]),
      compileQuestion(finishDatasets, [{ key: datasetKey, revision: '1' }]),
    ]) {
      await session.run(text, parameters);
    }
  } finally {
    await session.close();
    await driver.close();
  }
}
