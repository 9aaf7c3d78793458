import { z } from 'zod';
import { finishDatasets, writeDatasets } from '../../import/write/dataset-questions.ts';
import { datePlans } from '../../import/write/date-plans.ts';
import { judgeAttributes } from '../../import/write/judge-attributes.ts';
import { constraints } from '../../schema/constraints.ts';
import type { Ontology } from '../../schema/ontology/define.ts';
import { GraphClient, type GraphConnection, importLimits } from '../../src/graph/client.ts';
import { cypher } from '../../src/graph/cypher.ts';
import { compileQuestion, question } from '../../src/graph/question.ts';
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
    await dateAllPlans(client, ontology);
  } finally {
    await client.close();
  }
}

/** As the import would have, a thousand at a time. */
async function dateAllPlans(client: GraphClient, ontology: Ontology): Promise<void> {
  const plans = await client.read(compileQuestion(plansWithDue, null));
  for (let from = 0; from < plans.length; from += 1_000) {
    const groups = plans.slice(from, from + 1_000).map(({ key }) => {
      return { subject: key, predicate: 'DUE' };
    });
    await client.write(async (run) => {
      await datePlans(run, groups, await judgeAttributes(run, groups, ontology));
    });
  }
}

const plansWithDue = question({
  name: 'bench: plans with a due date',
  row: z.object({ key: z.string() }),
  ask: () => cypher`
MATCH (plan:Plan)
WHERE EXISTS { (plan)<-[:SUBJECT]-(:Statement {predicate: 'DUE'}) }
RETURN plan.key AS key`,
});
