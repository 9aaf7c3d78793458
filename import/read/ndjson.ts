import { type JsonLine, jsonLines } from './json-lines.ts';
import type { Reading } from './reading.ts';

const kinds = ['dataset', 'entity', 'document', 'statement', 'relation'];

/** Reads one record from each line that is not blank. A line of a rejects file is its record. */
export async function* readNdjson(file: string): AsyncGenerator<Reading> {
  for await (const line of jsonLines(file)) {
    yield line.readable ? recordOf(line) : line;
  }
}

export function recordOf({ value: line, position }: Omit<JsonLine, 'readable'>): Reading {
  const value = rejectedRecord(line) ?? line;
  const { kind, ...rest } = value;
  if (typeof kind === 'string' && kinds.includes(kind)) {
    return { readable: true, kind, value: rest, position };
  }
  const found =
    kind === undefined
      ? 'there is no "kind"'
      : `"kind" is ${typeof kind === 'string' ? JSON.stringify(kind) : 'no text'}`;
  const message = `${found}; it must be one of ${kinds.join(', ')}`;
  return { readable: false, position, code: 'UNKNOWN_KIND', message, found: value };
}

/** What was rejected, to be mended in place: `record` beside why and where. */
function rejectedRecord({ kind, code, message, record }: JsonLine['value']) {
  const isReject = kind === undefined && code !== undefined && message !== undefined;
  return isReject && isObject(record) ? record : null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
