import cluster, { type Worker } from 'node:cluster';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { ConfigError } from '../errors.ts';
import { Restarts } from './restarts.ts';

export interface WorkersOptions {
  readonly count: number;
  /** What each finds in its environment, PORT among it. */
  readonly environment: Readonly<Record<string, string>> & { readonly PORT: string };
  readonly log: Logger;
}

/** Each ends within 5 s by itself; what takes longer than this is cut off, in milliseconds. */
const closingTime = 20_000;

const gaveUp = 'the server processes end as soon as they start: the reason of each is above';

/** Processes of this program that listen on one port, each replaced when it dies. */
export class Workers {
  /** Settles with the reason when they cannot be kept up. */
  readonly failed: Promise<string>;
  readonly #options: WorkersOptions;
  readonly #restarts = new Restarts();
  readonly #pauses = new AbortController();
  /** Since when each listens, in milliseconds of this process; null for one that does not yet. */
  readonly #since = new Map<Worker, number | null>();
  #fail: (reason: string) => void = () => {};
  #seen: () => void = () => {};

  private constructor(options: WorkersOptions) {
    this.#options = options;
    this.failed = new Promise((resolve) => {
      this.#fail = resolve;
    });
  }

  /** Resolves once all of them listen. Throws {@link ConfigError} when they do not come up. */
  static async start(options: WorkersOptions): Promise<Workers> {
    const workers = new Workers(options);
    const up = new Promise<null>((resolve) => {
      workers.#seen = () => {
        if (workers.#listening().length === options.count) resolve(null);
      };
    });
    for (let n = 0; n < options.count; n++) workers.#fork();
    const reason = await Promise.race([up, workers.failed]);
    if (reason === null) return workers;
    await workers.close();
    throw new ConfigError([`WORKERS=${options.count}: ${reason}.`]);
  }

  /** Ends them, each once the requests that it has are answered. */
  async close(): Promise<void> {
    this.#pauses.abort();
    await Promise.all([...this.#since.keys()].map((worker) => this.#end(worker)));
  }

  #listening(): number[] {
    return [...this.#since.values()].filter((since) => since !== null);
  }

  #fork(): void {
    const { environment } = this.#options;
    const worker = cluster.fork(environment);
    this.#since.set(worker, null);
    worker.on('listening', ({ port }) => {
      if (String(port) !== environment.PORT) return;
      this.#since.set(worker, performance.now());
      this.#seen();
    });
    worker.once('exit', (code, signal) => {
      const since = this.#since.get(worker) ?? null;
      this.#since.delete(worker);
      if (this.#pauses.signal.aborted) return;
      const { pid } = worker.process;
      this.#options.log.error({ worker: pid, code, signal }, 'a server process has ended');
      void this.#replace(since === null ? null : performance.now() - since);
    });
  }

  async #replace(upFor: number | null): Promise<void> {
    const pause = this.#restarts.afterDeath(upFor);
    if (pause === null) return this.#fail(gaveUp);
    const over = sleep(pause, true, { signal: this.#pauses.signal }).catch(() => false);
    if (await over) this.#fork();
  }

  async #end(worker: Worker): Promise<void> {
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    worker.process.kill('SIGTERM');
    const timer = setTimeout(() => worker.process.kill('SIGKILL'), closingTime);
    await ended;
    clearTimeout(timer);
  }
}
