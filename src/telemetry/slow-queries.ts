import type { Logger } from 'pino';
import type { PlanSummary } from '../graph/planner.ts';
import type { StatementRun } from '../graph/statement-run.ts';

export interface SlowQueriesOptions {
  readonly log: Logger;
  /** Milliseconds from which on a statement is a slow one. */
  readonly threshold: number;
  /** How the database would run a statement. */
  readonly planOf: (text: string) => Promise<PlanSummary>;
}

/** Milliseconds: a plan changes rarely, and to ask for it takes the database's time as well. */
const planEvery = 60_000;

/**
 * Writes a line for each slow statement, at warn, with its plan once a minute for each name. The plan is
 * asked for after the statement, one at a time: no request waits for it.
 */
export class SlowQueries {
  readonly #options: SlowQueriesOptions;
  /** When the plan of each was last asked for. */
  readonly #planned = new Map<string, number>();
  #planning = false;

  constructor(options: SlowQueriesOptions) {
    this.#options = options;
  }

  readonly onStatement = (run: StatementRun): void => {
    if (run.milliseconds >= this.#options.threshold) void this.#tell(run);
  };

  async #tell(run: StatementRun): Promise<void> {
    const { request, name, parameters, milliseconds, rows, failure, text } = run;
    const plan = this.#wantsPlan(name) ? await this.#plan(text) : {};
    this.#options.log.warn(
      {
        ...{ request, statement: name, milliseconds: Math.round(milliseconds), rows },
        ...{ parameters, failure, ...plan },
      },
      'slow statement',
    );
  }

  #wantsPlan(name: string): boolean {
    const last = this.#planned.get(name) ?? Number.NEGATIVE_INFINITY;
    if (this.#planning || performance.now() - last < planEvery) return false;
    this.#planned.set(name, performance.now());
    return true;
  }

  async #plan(text: string) {
    this.#planning = true;
    try {
      return { plan: await this.#options.planOf(text) };
    } catch (err) {
      // What is slow is told all the same.
      return { err };
    } finally {
      this.#planning = false;
    }
  }
}
