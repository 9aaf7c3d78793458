import { collectDefaultMetrics, Registry } from 'prom-client';
import type { StatementRun } from '../../graph/statement-run.ts';
import type { ChangeRun } from '../change-run.ts';
import type { OperationRun } from '../operation-run.ts';
import { createInstruments, type Instruments } from './instruments.ts';

/** What is looked at whenever the figures are asked for. */
export interface Watched {
  readonly isReady: () => boolean | Promise<boolean>;
  /** Sessions open to the database, and the connections there may be. */
  readonly sessions: () => number;
  readonly connectionLimit: number;
}

/** Counts what this process does. */
export class Metrics {
  readonly registry = new Registry();
  readonly #instruments: Instruments;
  readonly #names: boolean;
  #watched: Watched | null = null;

  /** `names`: whether operations are ones of ours, so that their names may be told apart. */
  constructor({ names }: { readonly names: boolean }) {
    this.#names = names;
    collectDefaultMetrics({ register: this.registry });
    this.#instruments = createInstruments(this.registry, { names });
  }

  watch(watched: Watched): void {
    this.#watched = watched;
  }

  /** Of this process now, in the form in which prom-client brings several together. */
  async read() {
    const { sessions, connectionLimit, ready, processes } = this.#instruments;
    processes.set(1);
    const watched = this.#watched;
    ready.set(watched && (await watched.isReady()) ? 1 : 0);
    sessions.set(watched?.sessions() ?? 0);
    connectionLimit.set(watched?.connectionLimit ?? 0);
    return this.registry.getMetricsAsJSON();
  }

  readonly onOperation = (run: OperationRun): void => {
    const counted = this.#instruments;
    const type = run.type ?? 'none';
    const operation = this.#names ? { operation: run.name ?? 'none' } : {};
    counted.operations.inc({ type, outcome: run.errors[0]?.code ?? 'OK', ...operation });
    counted.operationDuration.observe({ type, ...operation }, run.milliseconds / 1_000);
    if (run.cost !== null) counted.operationCost.observe({ type }, run.cost);
    for (const { code, limit } of run.errors) {
      if (limit !== null) counted.limitRefusals.inc({ limit });
      if (code === 'RATE_LIMITED') counted.rateRefusals.inc();
    }
  };

  readonly onStatement = ({ name, milliseconds, rows, failure }: StatementRun): void => {
    const { statementDuration, statementRows, statementFailures } = this.#instruments;
    statementDuration.observe({ statement: name }, milliseconds / 1_000);
    statementRows.inc({ statement: name }, rows);
    if (failure !== null) statementFailures.inc({ code: failure });
  };

  readonly onChange = ({ kind, outcome, records }: ChangeRun): void => {
    const { changes, changedRecords } = this.#instruments;
    changes.inc({ kind, outcome });
    for (const [result, count] of Object.entries(records)) changedRecords.inc({ result }, count);
  };
}
