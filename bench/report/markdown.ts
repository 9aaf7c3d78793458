/** Rows of a Markdown table, the first one the heading. */
export function table(rows: readonly (readonly string[])[]): string {
  const [heading = [], ...rest] = rows;
  const lines = [heading, heading.map((_, column) => (column === 0 ? '---' : '--:')), ...rest];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Three significant digits, and no more: what is measured is not known better. */
export function figure(value: number | null | undefined): string {
  if (value == null) return '–';
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

export function verdict(isMet: boolean): string {
  return isMet ? 'met' : '**not met**';
}
