import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { GraphReader } from './client.ts';
import { cypher } from './cypher.ts';
import type { Loaders } from './loaders.ts';
import { compileQuestion, question } from './question.ts';

export const datasetRevisions = question({
  name: 'dataset-revisions',
  row: z.object({ key: z.string(), revision: z.string().nullable() }),
  ask: (_none: null) =>
    cypher`MATCH (dataset:Dataset) RETURN dataset.key AS key, dataset.revision AS revision ORDER BY key`,
});

/** A dataset has a revision once it has been imported to its end. */
export type DatasetRevision = z.infer<typeof datasetRevisions.row>;

/** Changes whenever an import changes anything: what was ranked before may rank otherwise. */
export function graphRevision({ client, loaders }: { client: GraphReader; loaders: Loaders }) {
  return loaders.batch(
    ['graph-revision'],
    '',
    async () => {
      const rows = await client.read(compileQuestion(datasetRevisions, null));
      const digest = createHash('sha256').update(JSON.stringify(rows)).digest('base64url');
      return new Map([['', digest.slice(0, 16)]]);
    },
    '',
  );
}

/** The state under which a question was ranked: another question or another graph has another one. */
export async function rankingState(
  context: { client: GraphReader; loaders: Loaders },
  question: unknown,
): Promise<string> {
  const state = JSON.stringify([await graphRevision(context), question]);
  return createHash('sha256').update(state).digest('base64url').slice(0, 16);
}
