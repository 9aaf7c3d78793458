import type { ImportReport } from './report.ts';

const columns = ['read', 'loaded', 'repeated', 'withoutCounterpart'] as const;
const headings = ['read', 'loaded', 'repeated', 'no counterpart'];

/** What became of objects in forms that are not ours, and of what they say. */
export function sourceLines({ types, properties }: ImportReport['sources']): string[] {
  if (types.length === 0) return [];
  const rows = types.map((row) => [row.type, ...columns.map((column) => String(row[column]))]);
  const width = Math.max(...rows.map(([type = '']) => type.length)) + 1;
  const line = (cells: readonly string[]) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(width) : cell.padStart(15))).join('');
  const counted = properties.map(
    ({ type, property, objects }) => `  ${type}.${property} (${objects})`,
  );
  return [
    line(['', ...headings]),
    ...rows.map(line),
    '',
    ...(counted.length > 0
      ? ['Without a counterpart here, in so many of them:', ...counted, '']
      : []),
  ];
}
