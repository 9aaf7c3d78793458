import { basename } from 'node:path';
import type { Position } from '../position.ts';
import type { Unreadable } from '../reading.ts';
import { type Row, rows } from './rows.ts';

export interface TableRow {
  readonly readable: true;
  readonly cells: readonly string[];
  readonly delimiter: string;
  readonly position: Position;
}

/**
 * Rows under a header, each with as many cells. `problemOf` says what is wrong with the header, or
 * null: a file with a wrong header is refused as a whole.
 */
export async function* tableRows(
  file: string,
  problemOf: (header: readonly string[]) => string | null,
  delimiter?: string,
): AsyncGenerator<TableRow | Unreadable> {
  let header: readonly string[] | null = null;
  for await (const row of rows(file, delimiter)) {
    if (!row.readable) {
      yield row;
      // Without its first line, nobody knows what the others mean.
      if (!header) return;
    } else if (header) yield checkedRow(row, header, file);
    else {
      header = withoutEmptyEnd(row.cells.map((cell) => cell.trim()));
      const problem = headerProblem(header) ?? problemOf(header);
      if (problem === null) continue;
      yield refusedFile(file, row.line, problem);
      return;
    }
  }
  if (!header) yield refusedFile(file, 1, 'is empty; its first line names the columns');
}

function headerProblem(header: readonly string[]): string | null {
  if (header.includes('')) return `column ${header.indexOf('') + 1} has no name; give it one`;
  if (header.some((name) => name.includes('\r'))) {
    return 'ends its lines with a bare carriage return; save it as CSV UTF-8 with other line ends';
  }
  return null;
}

function checkedRow(
  { cells, line, delimiter }: Row,
  header: readonly string[],
  file: string,
): TableRow | Unreadable {
  const position = { file, line, pointer: '' };
  const given = cells.length > header.length ? withoutEmptyEnd(cells, header.length) : cells;
  if (given.length === header.length) return { readable: true, cells: given, delimiter, position };
  const message = `${given.length} cells, but the header names ${header.length}; put a cell that holds a separator or a line break in quotes`;
  const found = given.join(delimiter).slice(0, 300);
  return { readable: false, position, code: 'SYNTAX', message, found };
}

/** Spreadsheets write cells beyond the last column that is used. */
function withoutEmptyEnd(cells: readonly string[], least = 0): readonly string[] {
  let length = cells.length;
  while (length > least && cells[length - 1]?.trim() === '') length--;
  return cells.slice(0, length);
}

export function refusedFile(file: string, line: number, problem: string): Unreadable {
  const position = { file, line, pointer: '' };
  return { readable: false, position, code: 'FILE', message: `${basename(file)} ${problem}` };
}
