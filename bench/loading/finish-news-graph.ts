import { finishGraph } from '../../import/bulk/finish-graph.ts';
import { Revision } from '../../import/check/revision.ts';
import type { Ontology } from '../../schema/ontology/define.ts';
import { GraphClient, type GraphConnection, importLimits } from '../../src/graph/client.ts';
import { datasetKey, datasetTitle } from '../graph/news-graph.ts';

/** What follows the offline import. */
export async function finishNewsGraph(
  connection: GraphConnection,
  ontology: Ontology,
): Promise<void> {
  const client = new GraphClient(connection, importLimits);
  const dataset = { key: datasetKey, title: datasetTitle, precedence: 100 };
  try {
    await finishGraph(client, ontology, {
      datasets: new Map([[datasetKey, dataset]]),
      revisions: new Map([[datasetKey, new Revision()]]),
    });
  } finally {
    await client.close();
  }
}
