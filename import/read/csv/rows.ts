import { CsvError, parse } from 'csv-parse/sync';
import { chunks } from '../chunks.ts';
import { decodeUtf8, encodingProblem, isUtf16 } from '../encoding.ts';
import { unreadableFile } from '../json-lines.ts';
import { limits } from '../limits.ts';
import { lines } from '../lines.ts';
import type { Unreadable } from '../reading.ts';
import { declaredDelimiter, delimiterOf } from './delimiter.ts';

export interface Row {
  readonly readable: true;
  /** In which the row begins, from 1: a cell in quotes may hold line breaks. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly delimiter: string;
}

interface TextLine {
  readonly number: number;
  readonly text: string;
}

/**
 * Rows of a CSV file, those without content left out. A row that cannot be read costs its first line
 * and nothing of what comes after, even where a quote is never closed.
 */
export async function* rows(file: string, given?: string): AsyncGenerator<Row | Unreadable> {
  let delimiter = given;
  let held: TextLine[] = [];
  let heldLength = 0;
  let open = false;
  const refused = (line: number, code: Unreadable['code'], message: string, found?: string) =>
    ({ readable: false, code, message, found, position: { file, line, pointer: '' } }) as const;

  function* take(line: TextLine | null): Generator<Row | Unreadable> {
    let waiting = line ? [line] : [];
    let taken = 0;
    while (taken < waiting.length || (line === null && held.length > 0)) {
      const next = waiting[taken++];
      if (next) {
        delimiter ??= delimiterOf(next.text);
        held.push(next);
        heldLength += next.text.length + 1;
        open = endsInQuotes(next.text, delimiter, open);
        if (open && heldLength <= limits.lineBytes) continue;
      }
      const [first] = held;
      if (!first) continue;
      const parsed = open ? openQuote : cellsOf(held, delimiter ?? ',');
      if ('problem' in parsed) {
        yield refused(first.number, 'SYNTAX', parsed.problem, first.text.slice(0, 300));
        waiting = held.slice(1).concat(waiting.slice(taken));
        taken = 0;
      } else if (parsed.cells.some((cell) => cell.trim() !== '')) {
        const { cells } = parsed;
        yield { readable: true, line: first.number, cells, delimiter: delimiter ?? ',' };
      }
      held = [];
      heldLength = 0;
      open = false;
    }
  }

  try {
    for await (const { number, bytes } of lines(chunks(file))) {
      const text = bytes && decodeUtf8(bytes);
      const declared = number === 1 && text !== null ? declaredDelimiter(text) : null;
      if (bytes === null) {
        const message = `a line of more than ${limits.lineBytes / 1024 / 1024} MB`;
        yield refused(number, 'TOO_LONG', message);
      } else if (text === null) {
        const found = bytes.subarray(0, 300).toString('latin1');
        yield refused(number, 'ENCODING', encodingProblem(bytes), found);
        if (number === 1 && isUtf16(bytes)) return;
      } else if (declared !== null && given === undefined) delimiter = declared;
      else yield* take({ number, text });
    }
    yield* take(null);
  } catch (error) {
    yield unreadableFile(error, file);
  }
}

/** Quotes count only where a cell begins with one, and doubled ones inside are content. */
function endsInQuotes(line: string, delimiter: string, before: boolean): boolean {
  if (!before && !line.includes('"')) return false;
  let quoted = before;
  let atStart = !before;
  for (let i = 0; i < line.length; i++) {
    const isQuote = line[i] === '"';
    if (isQuote && quoted && line[i + 1] === '"') i++;
    else if (isQuote && quoted) quoted = false;
    else if (isQuote && atStart) quoted = true;
    atStart = line[i] === delimiter;
  }
  return quoted;
}

const openQuote = {
  problem: `a quote is opened and not closed within ${limits.lineBytes / 1024 / 1024} MB; close it, or double it where it is meant`,
} as const;

function cellsOf(held: readonly TextLine[], delimiter: string) {
  const text = held.map((line) => line.text).join('\n');
  try {
    // The rest of an unusual line is one record as well: bare carriage returns are content.
    const options = { delimiter, relaxColumnCount: true, recordDelimiter: ['\n'] };
    const [cells = []] = parse(text, options) as string[][];
    return { cells };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const problem =
      'a quote where none may be; put the whole cell in quotes, and double those inside';
    return { problem };
  }
}
