import type { Run } from '../../src/graph/client.ts';
import { type Checked, datasetsOf } from '../check/checked.ts';
import { commandUser } from './change.ts';
import { type Changed, log } from './log-change.ts';

interface Imported {
  readonly by?: string | undefined;
  readonly checked: Checked;
  /** Records that were refused. */
  readonly rejected: number;
}

/** Writes down what an import has changed, and returns whether that is anything. */
export async function logImport(
  run: Run,
  changed: Changed,
  { by = commandUser(), checked, rejected }: Imported,
): Promise<boolean> {
  return log(run, changed, { kind: 'IMPORT', by, datasets: datasetsOf(checked), rejected });
}
