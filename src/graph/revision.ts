import { createHash } from 'node:crypto';
import { z } from 'zod';
import { cypher } from './cypher.ts';
import type { Loaders } from './loaders.ts';
import { compileQuestion, question } from './question.ts';
import type { GraphReader } from './reader.ts';

export const datasetRevisions = question({
  name: 'dataset-revisions',
  row: z.object({ key: z.string(), revision: z.string().nullable() }),
  ask: (_none: null) =>
    cypher`MATCH (dataset:Dataset) RETURN dataset.key AS key, dataset.revision AS revision ORDER BY key`,
});

/** What a ranking rests on: the datasets, and what was merged. */
export const graphRevisions = question({
  name: 'graph-revisions',
  row: z.object({ kind: z.string(), key: z.string(), revision: z.string().nullable() }),
  ask: (_none: null) => cypher`CALL () {
  MATCH (dataset:Dataset)
  RETURN 'dataset' AS kind, dataset.key AS key, dataset.revision AS revision
  UNION ALL
  MATCH (redirect:Redirect)
  RETURN 'redirect' AS kind, redirect.key AS key, toString(redirect.mergedAt) AS revision
}
RETURN kind, key, revision
ORDER BY kind, key`,
});

/** A dataset has a revision once it has been imported to its end. */
export type DatasetRevision = z.infer<typeof datasetRevisions.row>;

/** Changes whenever an import, a merge or a split changes anything: what was ranked before may rank otherwise. */
export function graphRevision({ client, loaders }: { client: GraphReader; loaders: Loaders }) {
  return loaders.batch(
    ['graph-revision'],
    '',
    async () => {
      const rows = await client.read(compileQuestion(graphRevisions, null));
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
