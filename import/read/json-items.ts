import { visit } from 'jsonc-parser';
import { chunks } from './chunks.ts';
import { decodeUtf8, encodingProblem } from './encoding.ts';
import { type JsonLine, parseJson, unreadableFile } from './json-lines.ts';
import { limits } from './limits.ts';
import type { Unreadable } from './reading.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** Reads the objects of a JSON file that is one list, or one object. */
export async function* jsonItems(file: string): AsyncGenerator<JsonLine | Unreadable> {
  const refused = (code: Unreadable['code'], message: string, line = 1): Unreadable => ({
    ...{ readable: false, code, message },
    position: { file, line, pointer: '' },
  });
  const bytes = await wholeFile(file).catch((error) => unreadableFile(error, file));
  if (!Buffer.isBuffer(bytes)) {
    yield bytes;
    return;
  }
  const text = decodeUtf8(bytes);
  if (text === null) {
    yield refused('ENCODING', encodingProblem(bytes));
    return;
  }
  const parsed = parseJson(text);
  if ('problem' in parsed) {
    yield refused('SYNTAX', parsed.problem);
    return;
  }
  const { value } = parsed;
  const lines = linesOfItems(text);
  for (const [index, item] of (Array.isArray(value) ? value : [value]).entries()) {
    const line = lines[index] ?? 1;
    const pointer = Array.isArray(value) ? `/${index}` : '';
    if (typeof item === 'object' && item !== null && !Array.isArray(item)) {
      yield { readable: true, value: item, position: { file, line, pointer } };
    } else yield refused('SYNTAX', 'a JSON file holds objects', line);
  }
}

async function wholeFile(file: string): Promise<Buffer> {
  const held: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks(file)) {
    held.push(chunk);
    size += chunk.length;
    if (size <= limits.fileBytes) continue;
    const most = limits.fileBytes / 1024 / 1024;
    throw new UnreadableFile('TOO_LONG', `a JSON file of more than ${most} MB; use NDJSON`);
  }
  return Buffer.concat(held);
}

/** The line in which each item of the outermost list begins; of what is no list, that of the whole. */
function linesOfItems(text: string): number[] {
  const found: number[] = [];
  let depth = 0;
  const begin = (_offset: number, _length: number, line: number) => {
    if (depth === (isList ? 1 : 0)) found.push(line + 1);
  };
  const isList = text.trimStart().startsWith('[');
  visit(text, {
    onObjectBegin(offset, length, line) {
      begin(offset, length, line);
      depth++;
    },
    onArrayBegin(offset, length, line) {
      begin(offset, length, line);
      depth++;
    },
    onLiteralValue(_value, offset, length, line) {
      begin(offset, length, line);
    },
    onObjectEnd: () => void depth--,
    onArrayEnd: () => void depth--,
  });
  return found;
}
