/** Where a record stands in the input. */
export interface Position {
  readonly file: string;
  /** Of the record's beginning, from 1. */
  readonly line: number;
  /** JSON pointer to the record; empty where the record is a line of its own. */
  readonly pointer: string;
  /** Lines of what is inside the record, by JSON pointer relative to it; none where it is one line. */
  readonly lines?: Readonly<Record<string, number>>;
}

/** The line of a part of the record, or of the nearest part that holds it. */
export function lineAt({ line, lines = {} }: Position, path: string): number {
  for (let part = path; part !== ''; part = part.slice(0, part.lastIndexOf('/'))) {
    const found = lines[part];
    if (found !== undefined) return found;
  }
  return line;
}

export function jsonPointer(path: readonly PropertyKey[]): string {
  return path
    .map((token) => `/${String(token).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}
