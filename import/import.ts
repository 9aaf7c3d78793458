import type { Ontology } from '../schema/ontology/define.ts';
import type { GraphClient } from '../src/graph/client.ts';
import { commandUser } from './changes/change.ts';
import { log } from './changes/log-change.ts';
import { check } from './check/check.ts';
import type { Checked } from './check/checked.ts';
import { Copies, readCopies } from './check/copies.ts';
import { gather } from './check/gather.ts';
import { knownDataset } from './check/known-dataset.ts';
import type { DatasetRecord } from './check/records.ts';
import { recordSchemas } from './check/schemas.ts';
import { type Lease, withLease } from './lease/lease.ts';
import { prepareGraph } from './prepare.ts';
import { SourceCounts } from './read/foreign/source-counts.ts';
import type { Format } from './read/formats.ts';
import { inputsAt } from './read/inputs.ts';
import type { Input } from './read/reading.ts';
import { inputOf, type RecordList } from './read/record-list.ts';
import { Refusals, TooManyRejects } from './rejects/refusals.ts';
import type { ImportReport } from './report/report.ts';
import { sumOf, Tally } from './report/tally.ts';
import { type Spools, withSpools } from './spool.ts';
import { perform, rehearse } from './transact.ts';
import { write } from './write/write.ts';
import type { Transact } from './write/writing.ts';

export type { ImportReport } from './report/report.ts';

export interface ImportProgress {
  readonly phase: 'read' | 'check' | 'write';
  readonly done: number;
  /** 0 while it is not known. */
  readonly total: number;
}

export interface ImportOptions {
  readonly ontology: Ontology;
  readonly client: GraphClient;
  /** Dataset folders, folders of dataset folders, NDJSON and CSV files, and `-` for standard input. */
  readonly paths: readonly string[];
  /** The key of the dataset for inputs that name none. */
  readonly dataset?: string | undefined;
  /** What JSON files and standard input hold; records of ours unless another form is named. */
  readonly format?: Format | undefined;
  /** A declaration of how folders of other people's files are read. */
  readonly mapping?: string | undefined;
  /** Reports what would change, and changes nothing. */
  readonly dryRun?: boolean;
  /** Folder with the reader's own copies of documents. */
  readonly documents?: string | undefined;
  /** Stops before anything is written, once more records than this are refused. */
  readonly maxRejects?: number | undefined;
  /** Writes nothing unless every record is in order. */
  readonly strict?: boolean;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Called when another import is under way and this one waits for its end. */
  readonly onWait?: () => void;
  /** Takes nothing back of what the datasets said before. */
  readonly additive?: boolean;
  /** Who imports, for the log of changes; the user of the process if nothing is said. */
  readonly by?: string | undefined;
  /** For how many milliseconds it waits for another import; without end if nothing is said. */
  readonly patience?: number | undefined;
  /** Whether refused records go to `<path>.rejects.ndjson`; they do unless this is false. */
  readonly writeRejects?: boolean;
  /** Ends the import before its next transaction, with the reason of the signal. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads datasets into the graph. What is refused is part of the report, not an exception.
 * Throws an ImportError where nothing can be done.
 */
export async function importPaths(options: ImportOptions): Promise<ImportReport> {
  const sources = new SourceCounts();
  const inputs = await inputsAt(options.paths, { ...options, sources });
  return importInputs(inputs, sources, options);
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
  return importInputs(inputs, new SourceCounts(), { ...options, writeRejects: false });
}

/** `inputs` grows by the further datasets that they hold. */
async function importInputs(
  inputs: Input[],
  sources: SourceCounts,
  options: Omit<ImportOptions, 'paths'>,
): Promise<ImportReport> {
  const { client, ontology, onWait = () => {}, patience, signal } = options;
  const copies = options.documents ? await readCopies(options.documents) : new Copies();
  const refusals = new Refusals(inputs, options.writeRejects ?? true, options.maxRejects);
  if (!options.dryRun) await prepareGraph(client, ontology);
  return withSpools(async (spools) => {
    try {
      await refusals.begin();
      const onRead = counted(options, 'read', 0);
      const onRecord = () => onRead(1);
      const schemas = recordSchemas(ontology);
      const gathered = await gather(inputs, schemas, spools, refusals.refuse, onRecord);
      const datasets = options.additive ? gathered.map(withoutRetraction) : gathered;
      // What was read until a stop is no whole input.
      signal?.throwIfAborted();
      return await withLease({ client, onWait, patience, signal }, async (lease) => {
        const checked = await check({
          ...{ ontology, client, spools, copies, inputs, datasets, sources },
          ...{ refusals: [...refusals.known], refuse: refusals.refuse },
          onChecked: counted(options, 'check', countOf(spools)),
        });
        await refusals.flush();
        if (options.strict && refusals.count > 0)
          return report(refusals, sources, 'strict', checked);
        const rejected = refusals.count;
        const tally = await writeChecked(options, { lease, spools, checked, rejected });
        return report(refusals, sources, null, checked, tally);
      });
    } catch (error) {
      if (!(error instanceof TooManyRejects)) throw error;
      await refusals.flush();
      return report(refusals, sources, 'maxRejects');
    }
  });
}

interface ToWrite {
  readonly lease: Lease;
  readonly spools: Spools;
  readonly checked: Checked;
  readonly rejected: number;
}

async function writeChecked(
  options: Omit<ImportOptions, 'paths'>,
  { lease, spools, checked, rejected }: ToWrite,
): Promise<Tally> {
  const { client, ontology, by = commandUser() } = options;
  const occasion = { kind: 'IMPORT', by, datasets: datasetsOf(checked), rejected } as const;
  const writeAll = async (transact: Transact, tally: Tally) => {
    const onWritten = counted(options, 'write', countOf(spools));
    const writing = { ontology, spools, checked, transact, onWritten };
    await write(writing, (run) => log(run, tally, occasion));
  };
  return options.dryRun ? rehearse(client, writeAll) : perform(client, lease, writeAll);
}

function report(
  refusals: Refusals,
  sources: SourceCounts,
  stopped: ImportReport['stopped'],
  checked?: Checked,
  tally: Tally = new Tally(),
): ImportReport {
  const byKind = tally.byKind();
  return {
    ...sumOf(Object.values(byKind)),
    ...{ rejected: refusals.count, byKind, rejects: refusals.first, stopped },
    rejectedByKind: refusals.byKind(),
    rejectFiles: refusals.files,
    sources: { types: sources.types, properties: sources.properties },
    passagesChecked: checked?.passagesChecked ?? 0,
    passagesNotAtHand: checked?.passagesNotAtHand ?? 0,
    changedCopies: checked ? changedCopies(checked) : [],
    conflicts: tally.conflicts(),
    datasets: checked ? datasetsOf(checked) : [],
  };
}

function withoutRetraction<Dataset extends DatasetRecord | null | undefined>(dataset: Dataset) {
  return dataset && { ...dataset, partial: true };
}

function datasetsOf({ datasets }: Checked): string[] {
  return [...datasets.keys()].sort();
}

function changedCopies({ documents }: Checked): string[] {
  const changed = [...documents].filter(
    ([, { copySha256, textSha256 }]) => copySha256 !== undefined && copySha256 !== textSha256,
  );
  return changed.map(([key]) => key).sort();
}

/** Adds up the records of a phase, and ends it where that is asked. */
function counted(
  options: Omit<ImportOptions, 'paths'>,
  phase: ImportProgress['phase'],
  total: number,
) {
  const { onProgress, signal } = options;
  let done = 0;
  return (count: number) => {
    signal?.throwIfAborted();
    done += count;
    onProgress?.({ phase, done, total });
  };
}

function countOf({ entity, document, statement, relation }: Spools): number {
  return entity.count + document.count + statement.count + relation.count;
}
