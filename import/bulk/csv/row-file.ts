import { closeSync, openSync, writeFileSync } from 'node:fs';

const chunkSize = 1 << 16;

/** A file that grows by rows. */
export class RowFile {
  readonly path: string;
  readonly #file: number;
  // Bytes rather than a growing text, whose thousands of pieces would have to be kept apart.
  readonly #waiting = Buffer.allocUnsafe(chunkSize);
  #length = 0;

  constructor(path: string) {
    this.path = path;
    this.#file = openSync(path, 'w', 0o600);
  }

  add(row: string): void {
    // A UTF-16 unit becomes three bytes at most.
    const most = row.length * 3;
    if (this.#length + most > chunkSize) this.#flush();
    if (most > chunkSize) writeFileSync(this.#file, row);
    else this.#length += this.#waiting.write(row, this.#length);
  }

  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  #flush(): void {
    // Not `writeSync`, which may write a part when the disk is nearly full, and say so to nobody.
    writeFileSync(this.#file, this.#waiting.subarray(0, this.#length));
    this.#length = 0;
  }
}
