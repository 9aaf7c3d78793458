import { fileURLToPath } from 'node:url';
import { ontology } from '../../schema/ontology/ontology.ts';
import type { Config } from '../config.ts';
import { ConfigError } from '../errors.ts';
import type { GraphClient } from '../graph/client.ts';
import { compileQuestion } from '../graph/question.ts';
import { type DatasetRevision, datasetRevisions } from '../graph/revision.ts';
import type { Progress } from '../progress.ts';

/** The bundled datasets that an empty graph starts with. */
const bundled = ['reference', 'xiaomi-expansion'];

interface Filling {
  /** Of the import's patience. */
  readonly client: GraphClient;
  readonly documents: Config['documents'];
  readonly show: (progress: Progress) => void;
}

/** Fills an empty graph with the bundled data. */
export async function fillEmptyGraph({ client, documents, show }: Filling): Promise<void> {
  const datasets = await client.read(compileQuestion(datasetRevisions, null));
  if (!isToBeFilled(datasets)) return;
  // Most starts find the graph filled, and do without what an import takes.
  const { importPaths } = await import('../../import/import.ts');
  const report = await importPaths({
    ontology,
    client,
    by: 'claimgraph',
    paths: bundled.map((name) =>
      fileURLToPath(new URL(`../../import/data/${name}`, import.meta.url)),
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
