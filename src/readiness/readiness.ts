import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { ConfigError, GraphUnavailableError, QueryTimedOutError } from '../errors.ts';
import { GraphClient, type GraphConnection } from '../graph/client.ts';
import { compileQuestion } from '../graph/question.ts';
import { datasetRevisions } from '../graph/revision.ts';
import { GraphVersionError, isPrepared } from './check-version.ts';
import { type Missing, whatIsMissing } from './missing.ts';

/** How often the database is looked at, and how long it may take to answer, in milliseconds. */
const lookEvery = 500;
const patience = 1_000;

/** The same for the first look: what a start knows of the database should not hang on a busy moment. */
const firstPatience = 10_000;

/** An address where nothing listens is given up sooner, in milliseconds. */
const retryTime = 4_000;

export interface ReadinessOptions {
  readonly connection: GraphConnection;
  readonly log: Logger;
  /** Gives the graph what it lacks; null where that is another process's to do. */
  readonly prepare: ((lacks: (missing: Missing) => void) => Promise<void>) | null;
  /** Asks what takes long for the first time, until the signal comes. */
  readonly rehearse: (signal: AbortSignal) => Promise<void>;
}

/** Knows whether there is a graph to serve from, and has it made ready when its database comes. */
export class Readiness {
  /** Settles with the reason when waiting will not mend what is missing. */
  readonly failed: Promise<string>;
  readonly #options: ReadinessOptions;
  readonly #client: GraphClient;
  readonly #closing = new AbortController();
  #missing: Missing | null = 'database';
  /** Whether questions were let in once, and what has happened since is an outage. */
  #served = false;
  /** Whether it has been said that something is missing. */
  #isAway = false;
  #rehearsing = Promise.resolve();
  #fail: (reason: string) => void = () => {};

  constructor(options: ReadinessOptions) {
    this.#options = options;
    this.#client = new GraphClient(options.connection, {
      ...{ transactionTimeout: firstPatience, retryTime },
    });
    this.failed = new Promise((resolve) => {
      this.#fail = resolve;
    });
  }

  /** Null for nothing. */
  get missing(): Missing | null {
    return this.#missing;
  }

  /**
   * Throws {@link GraphUnavailableError} where no answer can be right. Whether the database is there at the
   * moment, the question itself finds out.
   */
  admit(): void {
    const missing = this.#missing;
    if (missing === null || this.isRehearsing) return;
    if (this.#served && missing === 'database') return;
    throw new GraphUnavailableError({}, `${whatIsMissing[missing]} Try again in a few seconds.`);
  }

  /** Whether the database may never have planned a question, so that each takes its time. */
  get isRehearsing(): boolean {
    return this.#missing === 'rehearsal';
  }

  /**
   * Resolves when the graph can be asked, or at once when its database is away; goes on looking in both cases.
   * Throws {@link ConfigError} for what its user has to mend.
   */
  async begin(): Promise<void> {
    await this.#look(firstPatience);
    void this.#watch();
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#rehearsing;
    await this.#client.close();
  }

  async #watch(): Promise<void> {
    const { signal } = this.#closing;
    while (await pause(lookEvery, true, { signal }).catch(() => false)) {
      try {
        await this.#look(patience);
      } catch (error) {
        if (signal.aborted) return;
        this.#options.log.fatal({ err: error }, 'the graph cannot be made ready');
        this.#fail(error instanceof ConfigError ? error.message : 'the graph cannot be made ready');
        return;
      }
    }
  }

  async #look(within: number): Promise<void> {
    // A cold database at work may well be slow to answer this, and is not away.
    if (this.isRehearsing) return;
    try {
      const prepared = await isPrepared(this.#client.until(Date.now() + within));
      if (this.#missing === null) return;
      if ((this.#served && prepared) || (await this.#prepare(prepared))) this.#letIn();
    } catch (error) {
      this.#lacks(this.#missingBecauseOf(error));
    }
  }

  /** False where another process has to, and has not yet. */
  async #prepare(prepared: boolean): Promise<boolean> {
    const { prepare } = this.#options;
    if (prepare) {
      await prepare((missing) => this.#lacks(missing));
      return true;
    }
    if (prepared) return true;
    const datasets = await this.#client.read(compileQuestion(datasetRevisions, null));
    this.#lacks(datasets.length > 0 ? 'dataset' : 'constraints');
    return false;
  }

  /**
   * A database that was started anew has forgotten its plans as well, but those who ask it have had tight times
   * before, and go on with them.
   */
  #letIn(): void {
    this.#lacks(this.#served ? null : 'rehearsal');
    this.#served = true;
    this.#rehearsing = this.#options
      .rehearse(this.#closing.signal)
      .catch((error: unknown) => {
        this.#options.log.warn({ err: error }, 'the rehearsal has failed');
      })
      .then(() => {
        if (this.isRehearsing) this.#lacks(null);
      });
  }

  #missingBecauseOf(error: unknown): Missing {
    if (error instanceof GraphUnavailableError || error instanceof QueryTimedOutError) {
      return 'database';
    }
    // At first it ends the start; later on, somebody may mend it.
    if (!this.#served || isBeingMade(this.#missing) || !(error instanceof ConfigError)) throw error;
    return error instanceof GraphVersionError ? 'version' : 'credentials';
  }

  #lacks(missing: Missing | null): void {
    if (missing === this.#missing) return;
    const { log } = this.#options;
    const message = missing === null ? 'ready' : whatIsMissing[missing];
    // What a start does one after the other is shown as its progress.
    const isProgress = missing === null ? !this.#isAway : isBeingMade(missing);
    log[isProgress ? 'debug' : 'warn']({ missing }, message);
    this.#isAway = missing !== null && (this.#isAway || !isProgress);
    this.#missing = missing;
  }
}

/** What a start gives the graph by itself. */
function isBeingMade(missing: Missing | null): boolean {
  return missing === 'constraints' || missing === 'dataset' || missing === 'rehearsal';
}
