import { visit } from 'jsonc-parser';
import { chunks } from './chunks.ts';
import { decodeUtf8, encodingProblem } from './encoding.ts';
import { type JsonLine, parseJson, unreadableFile } from './json-lines.ts';
import { isTooDeep, limits } from './limits.ts';
import { jsonPointer } from './position.ts';
import type { Unreadable } from './reading.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** Reads the objects of a JSON file that is one list, or one object; not yet whether they are in bounds. */
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
  const items: unknown[] = Array.isArray(value) ? value : [value];
  // The library that knows lines goes as deep as the text does.
  const lines = items.some((item) => isTooDeep(item)) ? noLines : linesIn(text);
  for (const [index, item] of items.entries()) {
    const pointer = Array.isArray(value) ? `/${index}` : '';
    const line = lines.items.get(pointer) ?? 1;
    if (typeof item === 'object' && item !== null && !Array.isArray(item)) {
      const position = { file, line, pointer, lines: lines.inside.get(pointer) ?? {} };
      yield { readable: true, value: item as Record<string, unknown>, position };
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

const noLines = {
  items: new Map<string, number>(),
  inside: new Map<string, Record<string, number>>(),
};

/** The lines of items by their JSON pointer, and of those of a `@graph` relative to what holds it. */
function linesIn(text: string) {
  const isList = text.trimStart().startsWith('[');
  const items = new Map<string, number>();
  const inside = new Map<string, Record<string, number>>();
  const note = (line: number, path: readonly PropertyKey[]) => {
    const own = jsonPointer(path.slice(0, isList ? 1 : 0));
    const rest = path.slice(isList ? 1 : 0);
    if (rest.length === 0 && !items.has(own)) items.set(own, line + 1);
    if (rest.length !== 2 || rest[0] !== '@graph') return;
    const lines = inside.get(own) ?? {};
    lines[jsonPointer(rest)] = line + 1;
    inside.set(own, lines);
  };
  visit(text, {
    onObjectBegin: (_offset, _length, line, _character, path) => note(line, path()),
    onArrayBegin: (_offset, _length, line, _character, path) => note(line, path()),
    onLiteralValue: (_value, _offset, _length, line, _character, path) => note(line, path()),
  });
  return { items, inside };
}
