const delimiters = [',', ';', '\t'] as const;

/** The line that Excel reads and writes to say which separator follows: `sep=;`. */
export function declaredDelimiter(line: string): string | null {
  return /^"?sep=(.)"?$/.exec(line)?.[1] ?? null;
}

/** The one of comma, semicolon and tab that a header has most of, outside quotes. */
export function delimiterOf(header: string): string {
  const bare = header.replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => bare.split(delimiter).length;
  return delimiters.reduce((best, each) => (count(each) > count(best) ? each : best));
}
