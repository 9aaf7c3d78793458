import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lines } from '../lines.ts';

const flushAt = 1024 * 1024;

/** Things on disk that wait until all else has been read, so that memory does not grow with them. */
export class Waiting<Item> {
  readonly #folder: string;
  readonly #file: FileHandle;
  #pending: string[] = [];
  #pendingLength = 0;

  private constructor(folder: string, file: FileHandle) {
    this.#folder = folder;
    this.#file = file;
  }

  static async open<Item>(): Promise<Waiting<Item>> {
    const folder = await mkdtemp(join(tmpdir(), 'claimgraph-waiting-'));
    return new Waiting(folder, await open(join(folder, 'items'), 'a+', 0o600));
  }

  async add(item: Item): Promise<void> {
    const line = `${JSON.stringify(item)}\n`;
    this.#pending.push(line);
    this.#pendingLength += line.length;
    if (this.#pendingLength > flushAt) await this.#flush();
  }

  /** In the order of their arrival. */
  async *all(): AsyncGenerator<Item> {
    await this.#flush();
    const chunks = this.#file.createReadStream({ start: 0, autoClose: false });
    for await (const { bytes } of lines(chunks, Number.POSITIVE_INFINITY)) {
      yield JSON.parse(bytes?.toString() ?? '') as Item;
    }
  }

  async close(): Promise<void> {
    await this.#file.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #flush(): Promise<void> {
    await this.#file.appendFile(this.#pending.join(''));
    this.#pending = [];
    this.#pendingLength = 0;
  }
}
