import type { Run } from '../../src/graph/client.ts';
import { compileQuestion } from '../../src/graph/question.ts';
import type { Done } from '../report/tally.ts';
import { countEntities } from './count-entities.ts';
import { entityRow } from './describe-entity.ts';
import { type Describing, toldUnder, writeMerged } from './describe-merged.ts';
import { markUndescribed, writeEntities } from './entity-questions.ts';
import { createRedirect, deleteMerged, deleteRedirect } from './redirect-questions.ts';
import { restate } from './restate.ts';

interface Merging extends Describing {
  readonly key: string;
  readonly into: string;
  readonly reason: string;
}

/** Sends a key to another entity, with all that is said under it. Both are entities before. */
export async function mergeEntity(run: Run, merging: Merging): Promise<Done> {
  const { key, into, reason, ontology } = merging;
  const redirects = merging.redirects.with({ key, into });
  await run(compileQuestion(createRedirect, { key, into, reason }));
  const done = await restate(run, { ontology, key, redirected: false, redirects });
  await run(compileQuestion(deleteMerged, key));
  await showAnew(run, [into], { ...merging, redirects });
  await countEntities(run, [into], ontology);
  const outcomes = [
    ...done.outcomes,
    ['entity', into, 'updated'] as const,
    ['entity', key, 'retracted'] as const,
  ];
  return { ...done, outcomes };
}

/** Makes an entity of a redirect again. */
export async function splitEntity(
  run: Run,
  splitting: Describing & { readonly key: string },
): Promise<Done> {
  const { key, ontology } = splitting;
  const from = splitting.redirects.present(key);
  const redirects = splitting.redirects.without(key);
  await createAgain(run, splitting);
  await run(compileQuestion(deleteRedirect, key));
  const done = await restate(run, { ontology, key: from, redirected: true, redirects });
  await showAnew(run, [from, key], { ...splitting, redirects });
  await countEntities(run, [from, key], ontology);
  const outcomes = [
    ...done.outcomes,
    ['entity', from, 'updated'] as const,
    ['entity', key, 'created'] as const,
  ];
  return { ...done, outcomes };
}

async function createAgain(run: Run, splitting: Describing & { readonly key: string }) {
  const { key, ontology } = splitting;
  const told = (await toldUnder(run, [key], splitting)).get(key);
  const row = told && entityRow(told.descriptions, undefined, ontology);
  if (!row) return;
  await run(compileQuestion(writeEntities, { ontology, type: row.type, rows: [row] }));
  if (told.undescribed) await run(compileQuestion(markUndescribed, [key]));
}

async function showAnew(run: Run, keys: readonly string[], describing: Describing) {
  const told = await toldUnder(run, keys, describing);
  await writeMerged(run, keys, told, describing);
}
