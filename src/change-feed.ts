import { setTimeout as pause } from 'node:timers/promises';
import { type ChangeRow, changesAfter, latestChange } from './graph/changes.ts';
import { compileQuestion } from './graph/question.ts';
import type { GraphReader } from './graph/reader.ts';

/** How often the log is looked at while somebody follows it, in milliseconds: other processes write too. */
const lookEvery = 500;

/** Changes that are read at once. */
const batch = 100;

/** Follows the log of changes, for as many as want to hear of it. */
export class ChangeFeed {
  readonly #client: GraphReader;
  #latest: Promise<number> | null = null;
  #closed = false;

  constructor(client: GraphReader) {
    this.#client = client;
  }

  /** The number of the last change there is. */
  async last(): Promise<number> {
    const [row] = await this.#client.read(compileQuestion(latestChange, null));
    return row?.sequence ?? 0;
  }

  /** Those after a number, then each as it is made. Ends with the server. */
  async *follow(sequence: number, about: readonly string[] | null): AsyncGenerator<ChangeRow> {
    for (let seen = sequence; !this.#closed; ) {
      const asked = { about, sequence: seen, limit: batch };
      const latest = await this.#look();
      // The common question tells whether there is anything to ask for by itself.
      const rows =
        latest > seen ? await this.#client.read(compileQuestion(changesAfter, asked)) : [];
      for (const row of rows) {
        yield row;
        seen = row.sequence;
      }
      if (rows.length === batch) continue;
      seen = Math.max(seen, latest);
      await pause(lookEvery, undefined, { ref: false });
    }
  }

  /** Ends whatever follows. */
  close(): void {
    this.#closed = true;
  }

  /** One question for all who ask in the same moment. */
  #look(): Promise<number> {
    this.#latest ??= this.last().finally(() => {
      this.#latest = null;
    });
    return this.#latest;
  }
}
