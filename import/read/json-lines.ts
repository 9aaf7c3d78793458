import { chunks } from './chunks.ts';
import { decodeUtf8, encodingProblem, isUtf16 } from './encoding.ts';
import { limits } from './limits.ts';
import { type Line, lines } from './lines.ts';
import type { Position } from './position.ts';
import type { Unreadable } from './reading.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** A JSON object that is a line of its own. */
export interface JsonLine {
  readonly readable: true;
  readonly value: Readonly<Record<string, unknown>>;
  readonly position: Position;
}

/** Reads one JSON object from each line that is not blank. */
export async function* jsonLines(file: string): AsyncGenerator<JsonLine | Unreadable> {
  try {
    for await (const line of lines(chunks(file))) {
      const read = readLine(line, file);
      if (read) yield read;
      // Its further lines are no more readable than the first, which says so.
      if (line.number === 1 && line.bytes && isUtf16(line.bytes)) return;
    }
  } catch (error) {
    yield unreadableFile(error, file);
  }
}

/** What a file that ends early is in a report. Throws all other errors again. */
export function unreadableFile(error: unknown, file: string): Unreadable {
  if (!(error instanceof UnreadableFile)) throw error;
  const { code, message, line } = error;
  return { readable: false, code, message, position: { file, line, pointer: '' } };
}

function readLine({ number, bytes }: Line, file: string): JsonLine | Unreadable | null {
  const position = { file, line: number, pointer: '' };
  const unreadable = (code: Unreadable['code'], message: string, found?: unknown): Unreadable => ({
    ...{ readable: false, position, code, message },
    ...(found === undefined ? {} : { found }),
  });
  if (!bytes) {
    return unreadable('TOO_LONG', `a line of more than ${limits.lineBytes / 1024 / 1024} MB`);
  }
  const text = decodeUtf8(bytes);
  if (text === null) {
    const found = bytes.subarray(0, 300).toString('latin1');
    return unreadable('ENCODING', encodingProblem(bytes), found);
  }
  if (text.trim() === '') return null;
  const parsed = parseJson(text);
  if ('problem' in parsed) return unreadable('SYNTAX', parsed.problem, text.slice(0, 300));
  const { value } = parsed;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return unreadable('SYNTAX', 'a line holds one JSON object', text.slice(0, 300));
  }
  return { readable: true, value: value as Record<string, unknown>, position };
}

export function parseJson(text: string): { value: unknown } | { problem: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { problem: `no JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}
