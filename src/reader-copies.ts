import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigError } from './errors.ts';
import { type Surroundings, surroundings } from './surroundings.ts';

/** The reader's own copies of documents. They are matched by content, never by name. */
export class ReaderCopies {
  readonly #texts: ReadonlyMap<string, readonly string[]>;

  /** `texts`: SHA-256 in hexadecimal → the text's code points. */
  constructor(texts: ReadonlyMap<string, readonly string[]> = new Map()) {
    this.#texts = texts;
  }

  /** The passage between two code point offsets; null where the text is not at hand. */
  passage(textSha256: string, start: number, end: number): string | null {
    return this.#texts.get(textSha256)?.slice(start, end).join('') ?? null;
  }

  /** So many sentences before and after it; null where the text is not at hand. */
  surroundings(
    textSha256: string,
    place: { readonly start: number; readonly end: number },
    sentences: number,
  ): Surroundings | null {
    const text = this.#texts.get(textSha256);
    return text ? surroundings(text, place, sentences) : null;
  }
}

/** Reads every file in the folder and below it, as the import does. Throws {@link ConfigError}. */
export async function readCopies(folder: string): Promise<ReaderCopies> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch((cause) => {
    throw new ConfigError([`CLAIMGRAPH_DOCUMENTS: cannot read the folder ${folder}.`], { cause });
  });
  const files = entries.filter((entry) => entry.isFile());
  const texts = await Promise.all(
    files.map(async ({ parentPath, name }) => {
      const bytes = await readFile(join(parentPath, name));
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return [sha256, Array.from(bytes.toString('utf8'))] as const;
    }),
  );
  return new ReaderCopies(new Map(texts));
}
