import type { Run } from '../../src/graph/client.ts';
import { compileQuestion } from '../../src/graph/question.ts';
import { sumOf, type Tally } from '../report/tally.ts';
import type { Occasion } from './change.ts';
import { logChange } from './change-questions.ts';

/** How much, and which entities it concerns. */
export type Changed = Pick<Tally, 'byKind' | 'concerned'>;

/** Writes down in the same transaction what a change has done, and returns whether it has done anything. */
export async function log(
  run: Run,
  changed: Changed,
  { kind, by, reason, datasets = [], documents = [], rejected = 0 }: Occasion,
): Promise<boolean> {
  const { created, updated, retracted } = sumOf(Object.values(changed.byKind()));
  if (created + updated + retracted === 0) return false;
  const entities = changed.concerned();
  const what = [...datasets, ...documents].join(', ');
  const properties = {
    ...{ kind, by, datasets, documents, name: what === '' ? kind : `${kind} ${what}` },
    ...(reason === undefined ? {} : { reason }),
    ...(entities ? { entities } : {}),
  };
  const counts = { created, updated, retracted, rejected };
  await run(compileQuestion(logChange, { properties, counts }));
  return true;
}
