import neo4j, {
  type Driver,
  type ManagedTransaction,
  type QueryResult,
  type Session,
  type SessionConfig,
} from 'neo4j-driver';
import { z } from 'zod';
import { GraphUnavailableError, NobodyWaitsError, QueryTimedOutError } from '../errors.ts';
import type { CompiledCypher } from './cypher.ts';
import { isPassing, translated } from './database-errors.ts';
import { connectionLimit, openDriver } from './open-driver.ts';
import type { CompiledQuestion } from './question.ts';
import { type GraphReader, type ReadConditions, readerUnder } from './reader.ts';
import { type Requester, type StatementListener, told } from './statement-run.ts';
import { withinTime } from './within-time.ts';
import { withoutStack } from './without-stack.ts';

export interface GraphConnection {
  /** bolt://, bolt+s://, neo4j:// or neo4j+s:// */
  readonly uri: string;
  readonly username: string;
  readonly password: string;
  /** The database's name; undefined for the user's home database. */
  readonly database?: string | undefined;
}

export interface GraphClientOptions {
  /** Milliseconds until the database gives up on one transaction. */
  readonly transactionTimeout: number;
  /** Milliseconds in which a retriable failure is tried again. */
  readonly retryTime: number;
  /** Called after each statement, for logs and for tests that count them. */
  readonly onStatement?: StatementListener;
  /** Checks every row against its zod schema: for tests. The types rely on them. */
  readonly checkRows?: boolean;
}

/** Runs one statement inside a write transaction. */
export type Run = <Row>(question: CompiledQuestion<Row>) => Promise<Row[]>;

/** Somebody waits for it. src/guards/limits.ts has the times of a server. */
export const servingLimits = { transactionTimeout: 10_000, retryTime: 2_000 } as const;

/** Reads that wait for a connection: those behind them would wait longer than anybody does. */
const longestQueue = 200;

/** Milliseconds beside a statement's own time. */
const planningTime = 2_000;

/** An import's batches are large, and worth waiting for. */
export const importLimits = { transactionTimeout: 60_000, retryTime: 30_000 } as const;

/** The only door to the driver. */
export class GraphClient implements GraphReader {
  readonly #driver: Driver;
  readonly #routes: boolean;
  #database: string | undefined;
  readonly #options: GraphClientOptions;
  #sessions = 0;
  /** Stand for what this client has written: in a cluster, its next read may be another member's. */
  readonly #written = neo4j.bookmarkManager();

  constructor(connection: GraphConnection, options: GraphClientOptions) {
    this.#database = connection.database;
    this.#routes = connection.uri.startsWith('neo4j');
    this.#options = options;
    this.#driver = openDriver(connection, options.retryTime);
  }

  /**
   * Answers one question in an auto-commit read transaction, which is a round trip where a managed
   * one takes three. Reads are safe to repeat, so a retriable failure is tried again.
   */
  async read<Row>(
    question: CompiledQuestion<Row>,
    { end = Number.POSITIVE_INFINITY, after = [], signal, requester }: ReadConditions = {},
  ): Promise<Row[]> {
    if (this.#sessions >= connectionLimit + longestQueue) {
      throw new GraphUnavailableError({}, 'The server is busy. Try again in a few seconds.');
    }
    const deadline = Math.min(end, Date.now() + this.#options.retryTime);
    for (let pause = 50; ; pause *= 2) {
      const timeout = Math.min(this.#options.transactionTimeout, Math.floor(end - Date.now()));
      // The database takes 0 for no limit at all.
      if (timeout <= 0) throw new QueryTimedOutError();
      if (signal?.aborted) throw new NobodyWaitsError();
      try {
        // They are not those of reads: a pure reader is to go on when its database is an older one.
        const bookmarks = [...(await this.#written.getBookmarks()), ...after];
        return await this.#withSession({ defaultAccessMode: 'READ', bookmarks }, (session) => {
          const { text, parameters } = question;
          const run = this.#told(
            question,
            () => withoutStack(() => session.run(text, parameters, { timeout })),
            requester,
          );
          // Planning is no part of a transaction, and is not ended by its timeout.
          const longest = Math.min(timeout + planningTime, end - Date.now());
          return withinTime(run, longest, signal);
        });
      } catch (error) {
        if (!isPassing(error) || Date.now() + pause > deadline) throw translated(error);
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  }

  /** Sessions that are open: each has a connection, or waits for one. */
  get sessions(): number {
    return this.#sessions;
  }

  until(end: number): GraphReader {
    return readerUnder({ end }, this);
  }

  while(signal: AbortSignal): GraphReader {
    return readerUnder({ signal }, this);
  }

  after(bookmarks: readonly string[]): GraphReader {
    return readerUnder({ after: bookmarks }, this);
  }

  telling(requester: Requester): GraphReader {
    return readerUnder({ requester }, this);
  }

  /** For whoever reads elsewhere what this client has written. */
  async bookmarks(): Promise<readonly string[]> {
    return [...(await this.#written.getBookmarks())];
  }

  /** Does work in one write transaction; the work may run again after a deadlock. */
  async write<Result>(work: (run: Run) => Promise<Result>): Promise<Result> {
    try {
      return await this.#withSession(this.#writing, (session) =>
        session.executeWrite(
          (transaction: ManagedTransaction) =>
            work((question) =>
              this.#told(question, () => transaction.run(question.text, question.parameters)),
            ),
          { timeout: this.#options.transactionTimeout },
        ),
      );
    } catch (error) {
      throw translated(error);
    }
  }

  /**
   * Runs statements that cannot share a transaction with others: constraints and indexes.
   * `timeout` is in milliseconds for each; the database's own without one.
   */
  async define(statements: readonly CompiledCypher[], timeout?: number): Promise<void> {
    const limit = timeout === undefined ? {} : { timeout };
    try {
      await this.#withSession(this.#writing, async (session) => {
        for (const { text, parameters } of statements) await session.run(text, parameters, limit);
      });
    } catch (error) {
      throw translated(error);
    }
  }

  /**
   * Resolves once the database answers.
   * Throws {@link ConfigError} for a wrong address, name or password: waiting does not mend those.
   */
  async verify(): Promise<void> {
    try {
      await this.#driver.getServerInfo(this.#database ? { database: this.#database } : {});
    } catch (error) {
      throw translated(error);
    }
  }

  async close(): Promise<void> {
    try {
      await this.#driver.close();
    } catch (error) {
      // Every answer is in: a connection that is lost while it closes takes nothing along.
      if (!isPassing(error)) throw error;
    }
  }

  get #writing(): SessionConfig {
    return { defaultAccessMode: 'WRITE', bookmarkManager: this.#written };
  }

  async #withSession<Result>(config: SessionConfig, work: (session: Session) => Promise<Result>) {
    this.#sessions += 1;
    const session = this.#driver.session({
      ...config,
      ...(this.#database ? { database: this.#database } : {}),
    });
    try {
      const result = await work(session);
      await session.close();
      this.#sessions -= 1;
      return result;
    } catch (error) {
      // A session whose statement still runs closes when the database lets go: nobody waits for that,
      // and how it ends adds nothing to the error at hand.
      session
        .close()
        .catch(() => undefined)
        .finally(() => {
          this.#sessions -= 1;
        });
      throw error;
    }
  }

  #told<Row>(
    question: CompiledQuestion<Row>,
    run: () => PromiseLike<QueryResult>,
    requester?: Requester,
  ): Promise<Row[]> {
    const { onStatement } = this.#options;
    return told(question, () => this.#rows(question, run), { onStatement, requester });
  }

  async #rows<Row>(
    { row, read }: CompiledQuestion<Row>,
    run: () => PromiseLike<QueryResult>,
  ): Promise<Row[]> {
    const { records, summary } = await run();
    // While it goes unnamed, the driver goes on asking members that have gone away (6.3.0).
    if (this.#routes) this.#database ??= summary.database.name ?? undefined;
    const rows = records.map((record) => {
      const values = record.toObject();
      return read ? read(values) : values;
    });
    if (this.#options.checkRows) z.array(row).parse(rows);
    return rows as Row[];
  }
}
