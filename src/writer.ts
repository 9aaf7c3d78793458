import type { ImportReport } from '../import/import.ts';
import type { ReconciliationReport } from '../import/redirects/reconcile.ts';
import type { RetractionReport } from '../import/retraction.ts';
import type { Ontology } from '../schema/ontology/define.ts';
import { GraphClient, type GraphConnection, importLimits } from './graph/client.ts';
import type { StatementListener } from './graph/statement-run.ts';
import type { ChangeRun } from './telemetry/change-run.ts';

/** Why nothing was done; what the caller has to change is in the message. */
export interface WriteProblem {
  readonly code: 'NOT_POSSIBLE' | 'BUSY' | 'IDEMPOTENCY_KEY_REUSED';
  readonly message: string;
}

/** What was done, or why nothing was. */
export type Written<Report> =
  | { readonly report: Report; readonly problem: null; readonly replayed: boolean }
  | { readonly report: null; readonly problem: WriteProblem; readonly replayed: false };

interface Change {
  /** Who makes it. */
  readonly by: string;
  /** Says what would change, and changes nothing. */
  readonly dryRun: boolean;
}

export interface RecordsToImport extends Change {
  /** Each as a line of NDJSON has it. */
  readonly records: readonly Readonly<Record<string, unknown>>[];
  readonly dataset?: string | undefined;
  readonly strict: boolean;
  /** Takes back what their dataset said before and they do not say. */
  readonly replace: boolean;
  readonly idempotencyKey?: string | undefined;
}

/** What is told of each change and its statements. */
interface Listeners {
  readonly onStatement?: StatementListener;
  readonly onChange?: (change: ChangeRun) => void;
}

/** For how long a request waits for another change of the graph, in milliseconds. */
const patience = 3_000;

/** Changes the graph for callers of the API: by the import's own work, under the import's limits. */
export class GraphWriter {
  readonly #connection: GraphConnection;
  readonly #ontology: Ontology;
  readonly #listeners: Listeners;
  #client: GraphClient | null = null;

  constructor(connection: GraphConnection, ontology: Ontology, listeners: Listeners = {}) {
    this.#connection = connection;
    this.#ontology = ontology;
    this.#listeners = listeners;
  }

  /** Stand for what it has written. */
  async bookmarks(): Promise<readonly string[]> {
    return (await this.#client?.bookmarks()) ?? [];
  }

  async import(asked: RecordsToImport): Promise<Written<ImportReport>> {
    const { records, dataset, idempotencyKey: key, replace, ...rest } = asked;
    const { importRecords } = await import('../import/import.ts');
    const work = () =>
      importRecords({ records, dataset }, { ...rest, additive: !replace, ...this.#means() });
    if (key === undefined) return this.#told('import', asked, written(work));
    const { once } = await import('../import/changes/once.ts');
    const { client, ontology } = this.#means();
    const content = [records, dataset, asked.dryRun, asked.strict, replace];
    const done = answered(() => once({ client, ontology, key, by: asked.by, content }, work));
    return this.#told('import', asked, done);
  }

  async retract(asked: Change & { readonly document: string }): Promise<Written<RetractionReport>> {
    const { document: key, ...rest } = asked;
    const { retract } = await import('../import/retraction.ts');
    const done = written(() => retract({ ...rest, key, as: 'document', ...this.#means() }));
    return this.#told('retract', asked, done);
  }

  /** `into` stays, and `key` leads to it. */
  async merge(
    asked: Change & { readonly into: string; readonly key: string; readonly reason: string },
  ): Promise<Written<ReconciliationReport>> {
    const { merge } = await import('../import/redirects/reconcile.ts');
    return this.#told(
      'merge',
      asked,
      written(() => merge({ ...asked, ...this.#means() })),
    );
  }

  async split(asked: Change & { readonly key: string }): Promise<Written<ReconciliationReport>> {
    const { split } = await import('../import/redirects/reconcile.ts');
    return this.#told(
      'split',
      asked,
      written(() => split({ ...asked, ...this.#means() })),
    );
  }

  async #told<Report extends ImportReport | RetractionReport | ReconciliationReport>(
    kind: ChangeRun['kind'],
    { dryRun }: Change,
    work: Promise<Written<Report>>,
  ): Promise<Written<Report>> {
    const done = await work;
    const { report, problem, replayed } = done;
    const outcome = problem?.code ?? (replayed ? 'REPLAYED' : dryRun ? 'DRY_RUN' : 'DONE');
    const rejected = report && 'rejected' in report ? report.rejected : 0;
    const records = { created: 0, updated: 0, retracted: 0, rejected };
    if (report && outcome === 'DONE') {
      for (const { created, updated, retracted } of Object.values(report.byKind)) {
        records.created += created;
        records.updated += updated;
        records.retracted += retracted;
      }
    }
    this.#listeners.onChange?.({ kind, outcome, records });
    return done;
  }

  async close(): Promise<void> {
    await this.#client?.close();
  }

  /** A server that nobody writes to needs no further connections. */
  #means() {
    const { onStatement } = this.#listeners;
    this.#client ??= new GraphClient(this.#connection, {
      ...{ ...importLimits, ...(onStatement ? { onStatement } : {}) },
    });
    return { client: this.#client, ontology: this.#ontology, patience };
  }
}

function written<Report>(work: () => Promise<Report>): Promise<Written<Report>> {
  return answered(async () => ({ result: await work(), replayed: false }));
}

async function answered<Report>(
  work: () => Promise<{ readonly result: Report; readonly replayed: boolean }>,
): Promise<Written<Report>> {
  const { ImportBusy, ImportError } = await import('../import/import-error.ts');
  const { KeyReused } = await import('../import/changes/once.ts');
  try {
    const { result, replayed } = await work();
    return { report: result, problem: null, replayed };
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    const code =
      error instanceof ImportBusy
        ? 'BUSY'
        : error instanceof KeyReused
          ? 'IDEMPOTENCY_KEY_REUSED'
          : 'NOT_POSSIBLE';
    return { report: null, problem: { code, message: error.message }, replayed: false };
  }
}
