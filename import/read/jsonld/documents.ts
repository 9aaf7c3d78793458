import { standardInput } from '../chunks.ts';
import { jsonItems } from '../json-items.ts';
import { type JsonLine, jsonLines } from '../json-lines.ts';
import { excess } from '../limits.ts';
import { lineAt } from '../position.ts';
import type { Unreadable } from '../reading.ts';

/** Items that share their ids: those of a file, or of a line. */
export type DocumentItems = readonly JsonLine[];

/** A .json or .jsonld file is one document; of other files and standard input, each line is one. */
export async function* documents(file: string): AsyncGenerator<DocumentItems | Unreadable> {
  const isLines = file === standardInput || /\.(ndjson|jsonl)(\.gz)?$/.test(file);
  const whole: JsonLine[] = [];
  for await (const object of isLines ? jsonLines(file) : jsonItems(file)) {
    const items: JsonLine[] = [];
    for (const item of object.readable ? itemsOf(object).map(inBounds) : [object]) {
      if (item.readable) items.push(item);
      else yield item;
    }
    if (isLines) yield items;
    else whole.push(...items);
  }
  if (!isLines) yield whole;
}

/** The items of an outermost `@graph`, each under its context, or the item as it is. */
function itemsOf({ value, position }: JsonLine): JsonLine[] {
  const { '@graph': graph, ...own } = value;
  const { file, line, pointer } = position;
  if (!Array.isArray(graph)) return [{ readable: true, value, position: { file, line, pointer } }];
  const items = graph.map((inside: unknown, index): JsonLine => {
    const path = `/@graph/${index}`;
    return {
      readable: true,
      value: { '@context': own['@context'], '@graph': [inside] },
      position: { file, line: lineAt(position, path), pointer: `${pointer}${path}` },
    };
  });
  // It may say something of itself beside.
  const describesItself = Object.keys(own).some((key) => !key.startsWith('@'));
  const itself: JsonLine = { readable: true, value: own, position: { file, line, pointer } };
  return describesItself ? [itself, ...items] : items;
}

function inBounds(item: JsonLine): JsonLine | Unreadable {
  const tooMuch = excess(item.value);
  if (!tooMuch) return item;
  const { code, message, path } = tooMuch;
  return { readable: false, code, message: `${message} (at ${path})`, position: item.position };
}
