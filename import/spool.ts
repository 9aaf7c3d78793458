import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Given } from './check/given-relations.ts';
import type { Kind, RecordOf } from './check/records.ts';
import { isFullDisk } from './full-disk.ts';
import { ImportError } from './import-error.ts';
import { lines } from './read/lines.ts';
import type { Position } from './read/position.ts';
import { SortedStore } from './sorted-store.ts';

/** Where an entry lies in the spool. */
export interface Ref {
  readonly offset: number;
  readonly length: number;
}

export interface Entry<K extends Kind> {
  readonly record: RecordOf[K];
  readonly position: Position;
  /** Index of the input it comes from. */
  readonly input: number;
  /** The type, in the words of its form, of the object that it stands for. */
  readonly source?: string;
}

/** Records of one kind on disk, so that memory does not grow with what they say. */
export class Spool<K extends Kind> {
  readonly #file: FileHandle;
  #pending: Buffer[] = [];
  #pendingBytes = 0;
  #count = 0;
  #bytes = 0;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  get count(): number {
    return this.#count;
  }

  get bytes(): number {
    return this.#bytes;
  }

  async append(entry: Entry<K>): Promise<void> {
    const bytes = Buffer.from(`${JSON.stringify(entry)}\n`);
    this.#pending.push(bytes);
    this.#pendingBytes += bytes.length;
    this.#bytes += bytes.length;
    this.#count++;
    if (this.#pendingBytes > flushAt) await this.#flush();
  }

  /** All entries in the order of their arrival, `size` at a time. */
  async *batches(size: number): AsyncGenerator<(Entry<K> & { readonly ref: Ref })[]> {
    await this.#flush();
    let batch: (Entry<K> & { readonly ref: Ref })[] = [];
    let offset = 0;
    const chunks = this.#file.createReadStream({ start: 0, autoClose: false });
    for await (const { bytes } of lines(chunks, Number.POSITIVE_INFINITY)) {
      const length = bytes?.length ?? 0;
      batch.push({ ...parse<K>(bytes), ref: { offset, length } });
      offset += length + 1;
      if (batch.length < size) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  }

  async read(refs: readonly Ref[]): Promise<Entry<K>[]> {
    await this.#flush();
    return Promise.all(
      refs.map(async ({ offset, length }) => {
        const { buffer } = await this.#file.read(Buffer.alloc(length), 0, length, offset);
        return parse<K>(buffer);
      }),
    );
  }

  async close(): Promise<void> {
    await this.#file.close();
  }

  async #flush(): Promise<void> {
    if (this.#pendingBytes === 0) return;
    const bytes = Buffer.concat(this.#pending);
    this.#pending = [];
    this.#pendingBytes = 0;
    // Not `write`, which may write a part when the disk is nearly full, and say so to nobody.
    await this.#file.appendFile(bytes).catch(explainFullDisk);
  }
}

const flushAt = 1024 * 1024;

function explainFullDisk(error: NodeJS.ErrnoException): never {
  if (!isFullDisk(error)) throw error;
  throw new ImportError(
    'There is no room for temporary files, which take about as much as the input, unpacked. Make room, or set TMPDIR to a folder with more.',
    { cause: error },
  );
}

function parse<K extends Kind>(bytes: Buffer | null): Entry<K> {
  return JSON.parse(bytes?.toString() ?? '') as Entry<K>;
}

export interface Spools {
  readonly entity: Spool<'entity'>;
  readonly document: Spool<'document'>;
  readonly statement: Spool<'statement'>;
  readonly relation: Spool<'relation'>;
  /** Who gives a relation as a whole. */
  readonly given: SortedStore<readonly Given[]>;
}

/** Does work with empty spools, which are gone afterwards. */
export async function withSpools<Result>(work: (spools: Spools) => Promise<Result>) {
  const folder = await mkdtemp(join(tmpdir(), 'claimgraph-import-'));
  const opened = <K extends Kind>(kind: K) =>
    open(join(folder, kind), 'w+', 0o600).then((file) => new Spool<K>(file));
  const [entity, document, statement, relation] = await Promise.all([
    opened('entity'),
    opened('document'),
    opened('statement'),
    opened('relation'),
  ]);
  const given = new SortedStore<readonly Given[]>(join(folder, 'given'));
  try {
    return await work({ entity, document, statement, relation, given });
  } finally {
    await given.close();
    for (const spool of [entity, document, statement, relation]) await spool.close();
    await rm(folder, { recursive: true, force: true });
  }
}
