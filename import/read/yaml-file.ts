import { readFile, stat } from 'node:fs/promises';
import { type Document, isMap, isNode, isPair, isSeq, LineCounter, parseDocument } from 'yaml';
import { decodeUtf8, encodingProblem } from './encoding.ts';
import { limits } from './limits.ts';
import { jsonPointer, type Position } from './position.ts';
import type { Unreadable } from './reading.ts';

/** A YAML file whose syntax holds, with the lines of its parts. */
export interface YamlFile {
  readonly file: string;
  readonly content: unknown;
  positionAt(path: readonly (string | number)[]): Position;
}

export async function readYamlFile(file: string): Promise<YamlFile | Unreadable> {
  const unreadable = (code: Unreadable['code'], message: string, line = 1): Unreadable => ({
    ...{ readable: false, code, message },
    position: { file, line, pointer: '' },
  });
  const { size } = await stat(file);
  if (size > limits.fileBytes) {
    const most = limits.fileBytes / 1024 / 1024;
    return unreadable('TOO_LONG', `a YAML file of more than ${most} MB; split it, or use NDJSON`);
  }
  const bytes = await readFile(file);
  const text = decodeUtf8(bytes);
  if (text === null) return unreadable('ENCODING', encodingProblem(bytes), brokenLine(bytes));
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const [error] = document.errors;
  if (error) return unreadable('SYNTAX', error.message, counter.linePos(error.pos[0]).line);
  const converted = contentOf(document);
  if ('problem' in converted) return unreadable('SYNTAX', converted.problem);
  return {
    file,
    content: converted.content,
    positionAt: (path) => positionAt(document, counter, file, path),
  };
}

/** Fails for aliases that would unfold into far more than the file holds. */
function contentOf(document: Document): { content: unknown } | { problem: string } {
  try {
    return { content: document.toJS() };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

function brokenLine(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(10, start);
    if (decodeUtf8(bytes.subarray(start, end < 0 ? bytes.length : end)) === null) return line;
    if (end < 0) break;
    start = end + 1;
  }
  return 1;
}

function positionAt(
  document: Document,
  counter: LineCounter,
  file: string,
  path: readonly (string | number)[],
): Position {
  const lines: Record<string, number> = {};
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  collectLines(node, counter, [], lines);
  return { file, line: lines[''] ?? 1, pointer: jsonPointer(path), lines };
}

/** The line of a mapping's entry is that of its key: there the reader looks. */
function collectLines(
  node: unknown,
  counter: LineCounter,
  path: readonly (string | number)[],
  lines: Record<string, number>,
): void {
  if (!isNode(node) || path.length > limits.nesting) return;
  lines[jsonPointer(path)] ??= counter.linePos(node.range?.[0] ?? 0).line;
  if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) {
      collectLines(item, counter, [...path, index], lines);
    }
  }
  if (!isMap(node)) return;
  for (const pair of node.items) {
    if (!isPair(pair) || !isNode(pair.key)) continue;
    const inside = [...path, String(pair.key)];
    lines[jsonPointer(inside)] = counter.linePos(pair.key.range?.[0] ?? 0).line;
    collectLines(pair.value, counter, inside, lines);
  }
}
