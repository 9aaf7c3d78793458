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
  if (file === standardInput || /\.(ndjson|jsonl)(\.gz)?$/.test(file)) {
    for await (const line of jsonLines(file)) {
      const items = line.readable ? itemsOf(line) : line;
      yield items;
    }
    return;
  }
  const whole: JsonLine[] = [];
  for await (const item of jsonItems(file)) {
    const items = item.readable ? itemsOf(item) : item;
    if ('readable' in items) yield items;
    else whole.push(...items);
  }
  yield whole;
}

/** The items of an outermost `@graph`, each under its context, or the item as it is. */
function itemsOf(item: JsonLine): DocumentItems | Unreadable {
  const { value, position } = item;
  const { '@graph': graph, '@context': context } = value;
  const { file, line, pointer } = position;
  const own = { file, line, pointer };
  const tooMuch = excess(value);
  if (tooMuch) {
    const { code, message, path } = tooMuch;
    return { readable: false, code, message: `${message} (at ${path})`, position: own };
  }
  if (!Array.isArray(graph)) return [{ ...item, position: own }];
  return graph.map((inside: unknown, index) => {
    const path = `/@graph/${index}`;
    return {
      readable: true,
      value: { '@context': context, '@graph': [inside] },
      position: { file, line: lineAt(position, path), pointer: `${pointer}${path}` },
    };
  });
}
