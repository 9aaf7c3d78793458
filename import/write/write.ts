import type { Run } from '../../src/graph/client.ts';
import { compileQuestion } from '../../src/graph/question.ts';
import { readRedirects } from '../redirects/stored.ts';
import { sharedEntities } from './dataset-questions.ts';
import { retractUnsaid } from './retract.ts';
import { finishInputDatasets, writeInputDatasets } from './write-datasets.ts';
import { writeInputDocuments } from './write-documents.ts';
import { describeEntities, writeInputEntities } from './write-entities.ts';
import { writeInputRelations } from './write-relations.ts';
import type { Writing } from './writing.ts';

/**
 * Brings the graph to what the input says. Each transaction leaves the graph whole, so that an
 * import that is cut short is only not finished: the same import again does the rest.
 */
export async function write(
  options: Omit<Writing, 'precedences' | 'known' | 'redirects'>,
  /** Called in the last transaction; whether anything has changed. */
  onLast: (run: Run) => Promise<boolean>,
): Promise<void> {
  const { checked, transact } = options;
  const { standing } = await transact((run) => writeInputDatasets(run, checked));
  const { redirects } = await transact(readRedirects);
  const writing = { ...options, ...standing, redirects };
  await writeInputEntities(writing);
  await mergeAnew(standing.moved, writing);
  await writeInputDocuments(writing);
  await writeInputRelations(writing);
  await retractUnsaid(writing);
  await transact(async (run) => {
    const hasChanged = await onLast(run);
    return finishInputDatasets(run, checked, { before: standing.before, hasChanged });
  });
}

/** Other entities of datasets that now stand before or behind others. */
async function mergeAnew(datasets: readonly string[], writing: Writing): Promise<void> {
  const { transact, redirects } = writing;
  if (datasets.length > 0) {
    await transact((run) =>
      describeEntities(run, restOf(redirects.keys, writing), new Map(), writing),
    );
  }
  for (let after: string | undefined = ''; datasets.length > 0 && after !== undefined; ) {
    const from: string = after;
    const { keys } = await transact(async (run) => {
      const rows = await run(compileQuestion(sharedEntities, { datasets, after: from }));
      const keys = rows.map(({ key }) => key);
      return { ...(await describeEntities(run, restOf(keys, writing), new Map(), writing)), keys };
    });
    after = keys.at(-1);
  }
}

function restOf(keys: readonly string[], { checked }: Writing): string[] {
  return keys.filter((key) => !checked.entities.has(key));
}
