import { ClassicLevel } from 'classic-level';
import { ImportError } from './import-error.ts';

/** What is known under keys, on disk and in the order of the keys, so that memory does not grow with it. */
export class SortedStore<Value> {
  readonly #folder: string;
  #opened: ClassicLevel<string, Value> | undefined;

  /** The folder is made when the first value comes. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** In the order of the keys; undefined where nothing is known. */
  async get(keys: readonly string[]): Promise<(Value | undefined)[]> {
    return this.#opened ? this.#opened.getMany([...keys]) : keys.map(() => undefined);
  }

  async put(entries: Iterable<readonly [key: string, value: Value]>): Promise<void> {
    this.#opened ??= new ClassicLevel<string, Value>(this.#folder, {
      valueEncoding: 'json',
      cacheSize: 4 * 2 ** 20,
    });
    const puts = [...entries].map(([key, value]) => ({ type: 'put' as const, key, value }));
    await this.#opened.batch(puts).catch(explained);
  }

  /** All that is known, `size` at a time. Nothing may be put meanwhile. */
  async *batches(size: number): AsyncGenerator<[key: string, value: Value][]> {
    if (!this.#opened) return;
    const entries = this.#opened.iterator();
    try {
      for (let batch = await entries.nextv(size); batch.length > 0; ) {
        yield batch as [string, Value][];
        batch = await entries.nextv(size);
      }
    } finally {
      await entries.close();
    }
  }

  async close(): Promise<void> {
    await this.#opened?.close();
  }
}

/** It does not tell a full disk from one that fails. */
function explained(error: unknown): never {
  const codes = [Object(error).code, Object(Object(error).cause).code];
  if (!codes.includes('LEVEL_IO_ERROR')) throw error;
  throw new ImportError(
    'Temporary files cannot be written. They take about as much as the input, unpacked: make room, or set TMPDIR to a folder with more.',
    { cause: error },
  );
}
