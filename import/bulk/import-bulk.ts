import type { GraphClient } from '../../src/graph/client.ts';
import { emptyReader } from '../../src/graph/reader.ts';
import { mostNamed } from '../changes/change.ts';
import { logImport } from '../changes/log-import.ts';
import type { Destination, ToWrite } from '../destination.ts';
import { isFullDisk } from '../full-disk.ts';
import { ImportError } from '../import-error.ts';
import { SourceCounts } from '../read/foreign/source-counts.ts';
import { type InputPaths, inputsAt } from '../read/inputs.ts';
import type { ImportReport } from '../report/report.ts';
import { type Outcome, Tally } from '../report/tally.ts';
import type { Spools } from '../spool.ts';
import { type TakeInOptions, takeIn } from '../take-in.ts';
import { BulkFiles, type WrittenGraph } from './bulk-files.ts';
import type { CsvFiles } from './csv/csv-folder.ts';
import { finishGraph } from './finish-graph.ts';

/** A database that holds nothing and does not run. */
export interface EmptyDatabase {
  /** For files that are needed meanwhile. */
  readonly folder: string;
  /** Loads files, and starts what was loaded for work that leaves it whole. All of it is there then, or nothing. */
  fill(files: CsvFiles, finish: (client: GraphClient) => Promise<void>): Promise<void>;
}

export interface BulkImportOptions extends TakeInOptions, InputPaths {
  readonly database: EmptyDatabase;
}

/** Reads datasets into an empty database, by way of Neo4j's offline importer. */
export async function importBulk(options: BulkImportOptions): Promise<ImportReport> {
  const sources = new SourceCounts();
  const inputs = await inputsAt(options.paths, { ...options, sources });
  try {
    return await takeIn(inputs, sources, options, new BulkDestination(options));
  } catch (error) {
    if (!isFullDisk(Object(error))) throw error;
    throw new ImportError(
      'There is no room for what Neo4j is to read, which takes several times as much as the input, unpacked. Make room where CLAIMGRAPH_HOME is, and run it again: nothing was written.',
      { cause: error },
    );
  }
}

class BulkDestination implements Destination {
  readonly graph = emptyReader;
  readonly #options: BulkImportOptions;
  #files: BulkFiles | null = null;

  constructor(options: BulkImportOptions) {
    this.#options = options;
  }

  async prepare(): Promise<void> {}

  accepting({ entity, statement, relation }: Spools): BulkFiles {
    const { ontology, database } = this.#options;
    const bytes = { entity: entity.bytes, statement: statement.bytes, relation: relation.bytes };
    this.#files = new BulkFiles({ ontology, folder: database.folder, bytes });
    return this.#files;
  }

  async alone<Result>(work: (write: (all: ToWrite) => Promise<BulkTally>) => Promise<Result>) {
    return work((all) => this.#write(all));
  }

  async #write({ checked, rejected, onWritten }: ToWrite): Promise<BulkTally> {
    const { ontology, database, by } = this.#options;
    if (!this.#files) throw new RangeError('nothing was accepted before it is written');
    const precedences = new Map(
      [...checked.datasets].map(([key, { precedence }]) => [key, precedence]),
    );
    const written = await this.#files.finish(precedences, onWritten);
    const tally = new BulkTally(written);
    await database.fill(written.files, (client) =>
      finishGraph(client, ontology, checked, (run) =>
        logImport(run, tally, { by, checked, rejected }),
      ),
    );
    return tally;
  }
}

/** Everything is new. */
class BulkTally {
  readonly #counts: WrittenGraph['counts'];
  readonly #conflicts: ReturnType<Tally['conflicts']>;
  readonly #entities: string[] | null;

  constructor({ counts, conflicts, entityKeys }: WrittenGraph) {
    this.#counts = counts;
    const tally = new Tally();
    tally.add({ outcomes: [], conflicts: [...conflicts] });
    this.#conflicts = tally.conflicts();
    this.#entities = counts.entity > mostNamed ? null : [...entityKeys].sort();
  }

  byKind() {
    const { entity, document, statement, relation } = this.#counts;
    const created = (count: number): Record<Outcome, number> => ({
      ...{ created: count, updated: 0, unchanged: 0, retracted: 0 },
    });
    return {
      ...{ entity: created(entity), document: created(document) },
      ...{ statement: created(statement), relation: created(relation) },
    };
  }

  conflicts() {
    return this.#conflicts;
  }

  concerned() {
    return this.#entities;
  }
}
