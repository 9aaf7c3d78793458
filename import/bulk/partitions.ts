import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { groupBy } from '../../schema/claims/group-by.ts';

/** How much of what is to be grouped is in memory at once, as JSON; objects take a few times as much. */
const partitionBytes = 2 << 20;
/** What waits in memory to be written, of all partitions together. */
const waitingBytes = 4 << 20;

/**
 * Groups items by keys, on disk: items of one key lie in one of many files, each of which fits into
 * memory. Only a single group larger than that would not.
 */
export class Partitions<Item> {
  readonly #folder: string;
  readonly #waiting: { lines: string[]; length: number }[];

  /** `bytes`: about how much it will be, as JSON. */
  constructor(folder: string, bytes: number) {
    mkdirSync(folder, { recursive: true });
    this.#folder = folder;
    const count = Math.ceil(bytes / partitionBytes) || 1;
    this.#waiting = Array.from({ length: count }, () => ({ lines: [], length: 0 }));
  }

  add(key: string, item: Item): void {
    const index = hashOf(key) % this.#waiting.length;
    const waiting = this.#waiting[index];
    if (!waiting) throw new RangeError(`there is no partition ${index}`);
    const line = JSON.stringify([key, item]);
    waiting.lines.push(line);
    waiting.length += line.length;
    if (waiting.length > waitingBytes / this.#waiting.length) this.#flush(index);
  }

  /** Partition by partition. What is added meanwhile may be lost. */
  *partitions(): Generator<ReadonlyMap<string, readonly Item[]>> {
    for (const index of this.#waiting.keys()) {
      this.#flush(index);
      const path = this.#pathOf(index);
      if (!existsSync(path)) continue;
      const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
      rmSync(path);
      const entries = lines.map((line) => JSON.parse(line) as readonly [key: string, item: Item]);
      const groups = groupBy(entries, ([key]) => key);
      yield new Map([...groups].map(([key, group]) => [key, group.map(([, item]) => item)]));
    }
  }

  #flush(index: number): void {
    const waiting = this.#waiting[index];
    if (!waiting || waiting.lines.length === 0) return;
    waiting.lines.push('');
    appendFileSync(this.#pathOf(index), waiting.lines.join('\n'), { mode: 0o600 });
    this.#waiting[index] = { lines: [], length: 0 };
  }

  #pathOf(index: number): string {
    return join(this.#folder, String(index));
  }
}

/** FNV-1a, 32 bits. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) {
    hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}
