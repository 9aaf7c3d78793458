import { fileURLToPath } from 'node:url';
import { constraints } from '../schema/constraints.ts';
import { ontology } from '../schema/ontology/ontology.ts';
import type { Config } from './config.ts';
import { ConfigError } from './errors.ts';
import { GraphClient, type GraphConnection, importLimits } from './graph/client.ts';
import { compileQuestion } from './graph/question.ts';
import { type DatasetRevision, datasetRevisions } from './graph/revision.ts';
import type { Progress } from './progress.ts';

/** The bundled datasets that an empty graph starts with. */
const bundled = ['reference', 'xiaomi-expansion'];

/** Makes the constraints and indexes that are missing, and fills an empty graph with the bundled data. */
export async function fillEmptyGraph(
  connection: GraphConnection,
  { documents }: Pick<Config, 'documents'>,
  show: (progress: Progress) => void,
): Promise<void> {
  const client = new GraphClient(connection, importLimits);
  try {
    // An older version may have made the graph without some of them.
    await client.define(constraints(ontology).map((text) => ({ text, parameters: {} })));
    const datasets = await client.read(compileQuestion(datasetRevisions, null));
    if (!isToBeFilled(datasets)) return;
    // Most starts find the graph filled, and do without what an import takes.
    const { importPaths } = await import('../import/import.ts');
    const report = await importPaths({
      ontology,
      client,
      by: 'claimgraph',
      paths: bundled.map((name) =>
        fileURLToPath(new URL(`../import/data/${name}`, import.meta.url)),
      ),
      ...(documents ? { documents } : {}),
      writeRejects: false,
      onProgress: ({ phase, done, total }) =>
        show({ message: `Loading the dataset: ${phase}`, done, total }),
    });
    const [first] = report.rejects;
    if (first) {
      throw new ConfigError([
        `The bundled dataset does not load: ${report.rejected} records are refused, the first because ${first.message}`,
      ]);
    }
  } finally {
    await client.close();
  }
}

/**
 * A graph that holds nothing but the bundled data gets them, also when a start that was loading them
 * did not come to its end.
 */
function isToBeFilled(datasets: readonly DatasetRevision[]): boolean {
  const finished = datasets.filter(({ revision }) => revision !== null).map(({ key }) => key);
  return (
    datasets.every(({ key }) => bundled.includes(key)) &&
    bundled.some((key) => !finished.includes(key))
  );
}
