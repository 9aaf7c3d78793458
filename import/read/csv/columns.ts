import { z } from 'zod';
import { didYouMean } from '../../check/closest.ts';

/** What a column of a CSV file fills in a record. */
export interface Column {
  readonly name: string;
  /** Where in the record. */
  readonly path: readonly string[];
  readonly kind: 'text' | 'number' | 'boolean' | 'list';
}

/** Between the texts of a list in one cell. */
const listSeparator = '|';

/**
 * Every part of a record that is a text, a number, a truth value or a list of texts, named as in the
 * record; the type's properties stand beside the rest, and parts of parts are joined by dots. The type
 * itself is none: the file is named after it.
 */
export function columnsOf(schema: z.ZodType): Column[] {
  return columnsIn(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), []);
}

function columnsIn(part: z.core.JSONSchema.BaseSchema, path: readonly string[]): Column[] {
  return Object.entries(part.properties ?? {}).flatMap(([key, inside]): Column[] => {
    if (typeof inside === 'boolean' || inside.const !== undefined) return [];
    const at = [...path, key];
    if (inside.type === 'object') return columnsIn(inside, at);
    const name = at.filter((token) => token !== 'properties').join('.');
    return [{ name, path: at, kind: kindOf(inside) }];
  });
}

function kindOf({ type }: z.core.JSONSchema.BaseSchema): Column['kind'] {
  if (type === 'array') return 'list';
  if (type === 'number' || type === 'integer') return 'number';
  return type === 'boolean' ? 'boolean' : 'text';
}

/** What is wrong with a header that is to name some of the columns; null for nothing. */
export function headerProblem(header: readonly string[], columns: readonly Column[]) {
  const names = columns.map(({ name }) => name);
  const unknown = header.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    const allowed = `there are ${names.join(', ')}`;
    return `has a column "${unknown}", which is none of its type: ${allowed}${didYouMean(unknown, names)}`;
  }
  const repeated = header.find((name, index) => header.indexOf(name) !== index);
  return repeated === undefined ? null : `has the column "${repeated}" twice; keep one of the two`;
}

/** A record made of cells. An empty cell says nothing. */
export function recordOf(
  cells: readonly (readonly [Column, string])[],
  delimiter: string,
): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const [{ path, kind }, cell] of cells) {
    if (cell.trim() === '') continue;
    let inside = record;
    for (const token of path.slice(0, -1)) {
      inside[token] ??= {};
      inside = inside[token] as Record<string, unknown>;
    }
    inside[path.at(-1) ?? ''] = cellValue(cell.trim(), kind, delimiter);
  }
  return record;
}

const booleans = new Map([
  ['true', true],
  ['false', false],
]);

/** What is no value of its kind stays a text, and is refused as one. */
function cellValue(cell: string, kind: Column['kind'], delimiter: string): unknown {
  if (kind === 'list') {
    const texts = cell.split(listSeparator).map((text) => text.trim());
    return texts.filter((text) => text !== '');
  }
  if (kind === 'boolean') return booleans.get(cell.toLowerCase()) ?? cell;
  if (kind !== 'number') return cell;
  // Where the comma is the decimal point, spreadsheets separate cells by something else.
  const number = Number(delimiter === ',' ? cell : cell.replace(',', '.'));
  return Number.isNaN(number) ? cell : number;
}
