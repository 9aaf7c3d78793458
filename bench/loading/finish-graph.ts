import { finishDatasets, writeDatasets } from '../../import/write/dataset-questions.ts';
import { constraints } from '../../schema/constraints.ts';
import type { Ontology } from '../../schema/ontology/define.ts';
import { GraphClient, type GraphConnection, importLimits } from '../../src/graph/client.ts';
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
  const client = new GraphClient(connection, importLimits);
  const properties = { key: datasetKey, title: datasetTitle, name: datasetTitle, precedence: 100 };
  try {
    const texts = [...constraints(ontology), 'CALL db.awaitIndexes(900)', emptyLists];
    await client.define(
      texts.map((text) => ({ text, parameters: {} })),
      timeout,
    );
    await client.write(async (run) => {
      await run(compileQuestion(writeDatasets, [{ key: datasetKey, properties }]));
      await run(compileQuestion(finishDatasets, [{ key: datasetKey, revision: '1' }]));
    });
  } finally {
    await client.close();
  }
}
