import { open, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isFullDisk } from '../full-disk.ts';
import { ImportError } from '../import-error.ts';
import type { Reject } from '../report/report.ts';

const keptInMemory = 1_000;
/** Larger records are only in the file. */
const keptLength = 10_000;
const flushAt = 1024 * 1024;

/** Takes down what was refused: all of it in a file beside each input, the first in memory. */
export class RejectLog {
  readonly #first: Reject[] = [];
  readonly #waiting = new Map<string, string[]>();
  readonly #files = new Set<string>();
  readonly #toFiles: boolean;
  #count = 0;
  #waitingLength = 0;

  constructor(toFiles: boolean) {
    this.#toFiles = toFiles;
  }

  get count(): number {
    return this.#count;
  }

  /** Whether so much waits that it should be flushed. */
  get isFull(): boolean {
    return this.#waitingLength > flushAt;
  }

  get first(): readonly Reject[] {
    return this.#first;
  }

  get files(): readonly string[] {
    return [...this.#files];
  }

  /** Takes away what an earlier import of the same input left. */
  async begin(inputPath: string): Promise<void> {
    if (this.#toFiles) await rm(rejectsFile(inputPath), { force: true });
  }

  add(inputPath: string, reject: Reject): void {
    this.#count++;
    const line = `${JSON.stringify(reject)}\n`;
    const { record, ...why } = reject;
    if (this.#first.length < keptInMemory)
      this.#first.push(line.length > keptLength ? why : reject);
    if (!this.#toFiles) return;
    const file = rejectsFile(inputPath);
    const lines = this.#waiting.get(file) ?? [];
    lines.push(line);
    this.#waitingLength += line.length;
    this.#waiting.set(file, lines);
  }

  /** To be called when it is full, and at the end. */
  async flush(): Promise<void> {
    for (const [file, lines] of this.#waiting) {
      const handle = await open(file, 'a');
      try {
        await handle.appendFile(lines.join(''));
      } catch (error) {
        if (!isFullDisk(error as NodeJS.ErrnoException)) throw error;
        throw new ImportError(
          `There is no room for ${file}: make room, or mend the input and import it again.`,
          { cause: error },
        );
      } finally {
        await handle.close();
      }
      this.#files.add(file);
    }
    this.#waiting.clear();
    this.#waitingLength = 0;
  }
}

/** `acme.ndjson.rejects.ndjson`, `xiaomi-expansion.rejects.ndjson`: beside the file or folder. */
function rejectsFile(inputPath: string): string {
  return `${resolve(inputPath)}.rejects.ndjson`;
}
