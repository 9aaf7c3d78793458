/** Rows with their columns in line; the first row is the header, and a number stands to the right. */
export function printedTable(rows: readonly (readonly (string | number)[])[]): string {
  const columns = rows[0]?.map((_, column) => rows.map((row) => row[column] ?? '')) ?? [];
  const widths = columns.map((cells) => Math.max(...cells.map((cell) => String(cell).length)));
  const numeric = columns.map(([, ...cells]) => cells.every((cell) => typeof cell === 'number'));
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const [text, width] = [String(cell), widths[column] ?? 0];
          return numeric[column] ? text.padStart(width) : text.padEnd(width);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
