import { createReadStream } from 'node:fs';
import { decodeUtf8, encodingProblem } from './encoding.ts';
import { limits } from './limits.ts';
import { type Line, lines } from './lines.ts';
import type { Reading, Unreadable } from './reading.ts';

const kinds = ['dataset', 'entity', 'document', 'statement', 'relation'];

/** Reads one record from each line that is not blank. */
export async function* readNdjson(file: string): AsyncGenerator<Reading> {
  for await (const line of lines(createReadStream(file))) {
    const reading = readLine(line, file);
    if (reading) yield reading;
    if (isUtf16(line)) return;
  }
}

function readLine({ number, bytes }: Line, file: string): Reading | null {
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
    return unreadable(
      'ENCODING',
      encodingProblem(bytes),
      bytes.subarray(0, 300).toString('latin1'),
    );
  }
  if (text.trim() === '') return null;
  const parsed = parseJson(text);
  if ('problem' in parsed) return unreadable('SYNTAX', parsed.problem, text.slice(0, 300));
  const { value } = parsed;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return unreadable('SYNTAX', 'a line holds one JSON object', text.slice(0, 300));
  }
  const { kind, ...rest } = value as Record<string, unknown>;
  if (typeof kind !== 'string' || !kinds.includes(kind)) {
    const found = kind === undefined ? 'there is no "kind"' : `"kind" is ${JSON.stringify(kind)}`;
    return unreadable('UNKNOWN_KIND', `${found}; it must be one of ${kinds.join(', ')}`, value);
  }
  return { readable: true, kind, value: rest, position };
}

function parseJson(text: string): { value: unknown } | { problem: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { problem: `no JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** Its further lines are no more readable than the first, which says so. */
function isUtf16({ number, bytes }: Line): boolean {
  return number === 1 && /^(fffe|feff)/.test(bytes?.subarray(0, 2).toString('hex') ?? '');
}
