import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ImportError } from '../import-error.ts';
import type { Problem } from './problem.ts';
import type { DocumentRecord } from './records.ts';

/** The reader's own copies of documents, matched by the SHA-256 of their bytes, never by name. */
export class Copies {
  readonly #files: ReadonlyMap<string, string>;
  readonly #recent = new Map<string, readonly string[]>();

  /** `files`: SHA-256 in hexadecimal → path. */
  constructor(files: ReadonlyMap<string, string> = new Map()) {
    this.#files = files;
  }

  /** The SHA-256 of every file. */
  all(): readonly string[] {
    return [...this.#files.keys()];
  }

  has(sha256: string): boolean {
    return this.#files.has(sha256);
  }

  /** The code points of the text as it lies; null where there is no copy of it. */
  async text(sha256: string | undefined): Promise<readonly string[] | null> {
    const file = sha256 === undefined ? undefined : this.#files.get(sha256);
    if (sha256 === undefined || file === undefined) return null;
    const recent = this.#recent.get(sha256);
    if (recent) return recent;
    const text = Array.from((await readFile(file)).toString('utf8'));
    const [oldest] = this.#recent.keys();
    if (this.#recent.size >= keptTexts && oldest !== undefined) this.#recent.delete(oldest);
    this.#recent.set(sha256, text);
    return text;
  }
}

const keptTexts = 20;

/** Takes stock of every file in the folder and below it. */
export async function readCopies(folder: string): Promise<Copies> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch((cause) => {
    throw new ImportError(`--documents: cannot read the folder ${folder}.`, { cause });
  });
  const files = new Map<string, string>();
  for (const entry of entries.filter((each) => each.isFile())) {
    const file = join(entry.parentPath, entry.name);
    files.set(sha256Of(await readFile(file)), file);
  }
  return new Copies(files);
}

export function textProblem(
  { textLength }: DocumentRecord,
  text: readonly string[],
): Problem | null {
  if (textLength === undefined || textLength === text.length) return null;
  const message = `the text at hand has ${text.length} code points, not ${textLength}`;
  return { path: '/textLength', code: 'PASSAGE_MISMATCH', message };
}

export function sha256Of(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
