import type { GraphReader } from '../src/graph/reader.ts';
import type { Accepting } from './check/accepting.ts';
import type { Checked } from './check/checked.ts';
import type { Tally } from './report/tally.ts';
import type { Spools } from './spool.ts';

/** What is to be written, all of it checked. */
export interface ToWrite {
  readonly spools: Spools;
  readonly checked: Checked;
  /** Records that were refused. */
  readonly rejected: number;
  /** Called with numbers of records; ends the import where that is asked. */
  readonly onWritten: (count: number) => void;
}

/** What writing changed. */
export type Done = Pick<Tally, 'byKind' | 'conflicts'>;

/** Where an import goes. */
export interface Destination {
  /** What is there already. */
  readonly graph: GraphReader;
  /** Called before anything is read. */
  prepare(): Promise<void>;
  /** Who is told of each record that may be written. */
  accepting?(spools: Spools): Accepting;
  /** Keeps others away while the input is checked and written. */
  alone<Result>(work: (write: Write) => Promise<Result>): Promise<Result>;
}

export type Write = (toWrite: ToWrite) => Promise<Done>;
