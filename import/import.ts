import type { GraphClient } from '../src/graph/client.ts';
import { logImport } from './changes/log-import.ts';
import { knownDataset } from './check/known-dataset.ts';
import type { Destination } from './destination.ts';
import { withLease } from './lease/lease.ts';
import { prepareGraph } from './prepare.ts';
import { SourceCounts } from './read/foreign/source-counts.ts';
import { type InputPaths, inputsAt } from './read/inputs.ts';
import { inputOf, type RecordList } from './read/record-list.ts';
import type { ImportReport } from './report/report.ts';
import type { Tally } from './report/tally.ts';
import { type TakeInOptions, takeIn } from './take-in.ts';
import { perform, rehearse } from './transact.ts';
import { write } from './write/write.ts';
import type { Transact } from './write/writing.ts';

export type { ImportReport } from './report/report.ts';

export interface ImportOptions extends TakeInOptions, InputPaths {
  readonly client: GraphClient;
  /** Reports what would change, and changes nothing. */
  readonly dryRun?: boolean;
  /** Called when another import is under way and this one waits for its end. */
  readonly onWait?: () => void;
  /** For how many milliseconds it waits for another import; without end if nothing is said. */
  readonly patience?: number | undefined;
}

/**
 * Reads datasets into the graph. What is refused is part of the report, not an exception.
 * Throws an ImportError where nothing can be done.
 */
export async function importPaths(options: ImportOptions): Promise<ImportReport> {
  const sources = new SourceCounts();
  const inputs = await inputsAt(options.paths, { ...options, sources });
  return takeIn(inputs, sources, options, graphOf(options));
}

/** The same for records that are at hand. A dataset that they name and do not describe stays as it is. */
export async function importRecords(
  { records, dataset }: Omit<RecordList, 'described'>,
  options: Omit<ImportOptions, 'paths' | 'dataset' | 'format' | 'mapping' | 'writeRejects'>,
): Promise<ImportReport> {
  const describes = records.some(({ kind }) => kind === 'dataset');
  const described =
    dataset === undefined || describes ? null : await knownDataset(options.client, dataset);
  const inputs = [inputOf({ records, dataset, described })];
  const taking = { ...options, writeRejects: false };
  return takeIn(inputs, new SourceCounts(), taking, graphOf(taking));
}

/** The graph behind a client, changed in many transactions. */
function graphOf(options: Omit<ImportOptions, 'paths'>): Destination {
  const { client, ontology, dryRun, onWait = () => {}, patience, signal } = options;
  return {
    graph: client,
    prepare: async () => {
      if (!dryRun) await prepareGraph(client, ontology);
    },
    alone: (work) =>
      withLease({ client, onWait, patience, signal }, (lease) =>
        work(({ spools, checked, rejected, onWritten }) => {
          const writeAll = (transact: Transact, tally: Tally) => {
            const writing = { ontology, spools, checked, transact, onWritten };
            return write(writing, (run) =>
              logImport(run, tally, { ...options, checked, rejected }),
            );
          };
          return dryRun ? rehearse(client, writeAll) : perform(client, lease, writeAll);
        }),
      ),
  };
}
