import type { Ontology } from '../schema/ontology/define.ts';
import { type Copies, sha256Of } from './check/copies.ts';
import { ImportError } from './import-error.ts';
import { SourceCounts } from './read/foreign/source-counts.ts';
import { inputsAt } from './read/inputs.ts';

/** A passage of a text, as a statement names it. */
export interface FoundPassage {
  readonly start: number;
  readonly end: number;
  readonly sha256: string;
}

/**
 * All places where the words stand in the text: as they are, or where they do not, with any white
 * space between them and whatever their case.
 */
export function findPassages(text: readonly string[], words: string): FoundPassage[] {
  const whole = text.join('');
  const exact = matches(whole, new RegExp(escaped(words), 'gu'));
  const found = exact.length > 0 ? exact : matches(whole, looseExpression(words));
  return found.map(({ index, length }) => {
    const start = codePoints(whole.slice(0, index));
    const end = start + codePoints(whole.slice(index, index + length));
    return { start, end, sha256: sha256Of(text.slice(start, end).join('')) };
  });
}

/** The text of a document that one of the datasets describes, from the reader's own copies. */
export async function textOfDocument(
  key: string,
  paths: readonly string[],
  copies: Copies,
  ontology: Ontology,
): Promise<readonly string[]> {
  for (const input of await inputsAt(paths, { ontology, sources: new SourceCounts() })) {
    for await (const reading of input.read()) {
      if (!reading.readable || reading.kind !== 'document') continue;
      const document = Object(reading.value);
      if (document.key !== key) continue;
      const sha256: unknown = document.textSha256;
      if (typeof sha256 !== 'string') throw new ImportError(`${key} has no textSha256 yet.`);
      const text = await copies.text(sha256);
      if (text) return text;
      throw new ImportError(`No file in the folder has the SHA-256 of ${key}, ${sha256}.`);
    }
  }
  throw new ImportError(`No dataset at ${paths.join(', ')} has a document "${key}".`);
}

function matches(text: string, expression: RegExp) {
  return [...text.matchAll(expression)].map((match) => ({
    ...{ index: match.index, length: match[0].length },
  }));
}

function looseExpression(words: string): RegExp {
  const parts = words.trim().split(/\s+/u).map(escaped);
  return new RegExp(parts.join('\\s+'), 'giu');
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function codePoints(text: string): number {
  return Array.from(text).length;
}
