import type { Ontology } from '../schema/ontology/define.ts';
import { check } from './check/check.ts';
import { type Checked, datasetsOf } from './check/checked.ts';
import { Copies, readCopies } from './check/copies.ts';
import { gather } from './check/gather.ts';
import type { DatasetRecord } from './check/records.ts';
import { recordSchemas } from './check/schemas.ts';
import type { Destination, Done } from './destination.ts';
import type { SourceCounts } from './read/foreign/source-counts.ts';
import type { Input } from './read/reading.ts';
import { Refusals, TooManyRejects } from './rejects/refusals.ts';
import type { ImportReport } from './report/report.ts';
import { sumOf, Tally } from './report/tally.ts';
import { type Spools, withSpools } from './spool.ts';

export interface ImportProgress {
  readonly phase: 'read' | 'check' | 'write';
  readonly done: number;
  /** 0 while it is not known. */
  readonly total: number;
  /** Records that were refused so far. */
  readonly rejected: number;
}

export interface TakeInOptions {
  readonly ontology: Ontology;
  /** Folder with the reader's own copies of documents. */
  readonly documents?: string | undefined;
  /** Stops before anything is written, once more records than this are refused. */
  readonly maxRejects?: number | undefined;
  /** Writes nothing unless every record is in order. */
  readonly strict?: boolean;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Takes nothing back of what the datasets said before. */
  readonly additive?: boolean;
  /** Who imports, for the log of changes; the user of the process if nothing is said. */
  readonly by?: string | undefined;
  /** Whether refused records go to `<path>.rejects.ndjson`; they do unless this is false. */
  readonly writeRejects?: boolean;
  /** Ends the import where it stands, with the reason of the signal. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads and checks all of the input, and has what may be written go to a destination. `inputs` grows by
 * the further datasets that they hold.
 */
export async function takeIn(
  inputs: Input[],
  sources: SourceCounts,
  options: TakeInOptions,
  destination: Destination,
): Promise<ImportReport> {
  const { ontology, signal } = options;
  const copies = options.documents ? await readCopies(options.documents) : new Copies();
  const refusals = new Refusals(inputs, options.writeRejects ?? true, options.maxRejects);
  await destination.prepare();
  return withSpools(async (spools) => {
    try {
      await refusals.begin();
      const onRead = counted(options, refusals, 'read', 0);
      const onRecord = () => onRead(1);
      const schemas = recordSchemas(ontology);
      const gathered = await gather(inputs, schemas, spools, refusals.refuse, onRecord);
      const datasets = options.additive ? gathered.map(withoutRetraction) : gathered;
      // What was read until a stop is no whole input.
      signal?.throwIfAborted();
      return await destination.alone(async (write) => {
        const total = countOf(spools);
        const checked = await check({
          ...{ ontology, client: destination.graph, spools, copies, inputs, datasets, sources },
          ...{ refusals: [...refusals.known], refuse: refusals.refuse },
          accepting: destination.accepting?.(spools),
          onChecked: counted(options, refusals, 'check', total),
        });
        await refusals.flush();
        if (options.strict && refusals.count > 0)
          return report(refusals, sources, 'strict', checked);
        const rejected = refusals.count;
        const onWritten = counted(options, refusals, 'write', total);
        const done = await write({ spools, checked, rejected, onWritten });
        return report(refusals, sources, null, checked, done);
      });
    } catch (error) {
      if (!(error instanceof TooManyRejects)) throw error;
      await refusals.flush();
      return report(refusals, sources, 'maxRejects');
    }
  });
}

function report(
  refusals: Refusals,
  sources: SourceCounts,
  stopped: ImportReport['stopped'],
  checked?: Checked,
  done: Done = new Tally(),
): ImportReport {
  const byKind = done.byKind();
  return {
    ...sumOf(Object.values(byKind)),
    ...{ rejected: refusals.count, byKind, rejects: refusals.first, stopped },
    rejectedByKind: refusals.byKind(),
    rejectFiles: refusals.files,
    sources: { types: sources.types, properties: sources.properties },
    passagesChecked: checked?.passagesChecked ?? 0,
    passagesNotAtHand: checked?.passagesNotAtHand ?? 0,
    changedCopies: checked ? changedCopies(checked) : [],
    conflicts: done.conflicts(),
    datasets: checked ? datasetsOf(checked) : [],
  };
}

function withoutRetraction<Dataset extends DatasetRecord | null | undefined>(dataset: Dataset) {
  return dataset && { ...dataset, partial: true };
}

function changedCopies({ documents }: Checked): string[] {
  const changed = [...documents].filter(
    ([, { copySha256, textSha256 }]) => copySha256 !== undefined && copySha256 !== textSha256,
  );
  return changed.map(([key]) => key).sort();
}

/** Adds up the records of a phase, and ends it where that is asked. */
function counted(
  options: TakeInOptions,
  refusals: Refusals,
  phase: ImportProgress['phase'],
  total: number,
) {
  const { onProgress, signal } = options;
  let done = 0;
  return (count: number) => {
    signal?.throwIfAborted();
    done += count;
    onProgress?.({ phase, done, total, rejected: refusals.count });
  };
}

function countOf({ entity, document, statement, relation }: Spools): number {
  return entity.count + document.count + statement.count + relation.count;
}
