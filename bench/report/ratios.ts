import type { Cell } from '../measuring/rounds.ts';
import { median } from '../measuring/statistics.ts';
import type { ServerName } from '../servers/start-server.ts';

export function cellOf(
  cells: readonly Cell[],
  query: string,
  server: ServerName,
  connections: number,
): Cell | undefined {
  return cells.find(
    (cell) => cell.query === query && cell.server === server && cell.connections === connections,
  );
}

/** The median over rounds of one server's throughput through another's in the same round. */
export function ratio(over: Cell | undefined, under: Cell | undefined): number | undefined {
  if (!over || !under) return undefined;
  const ratios = over.samples.flatMap(({ rate }, round) => {
    const other = under.samples[round];
    return other ? [rate / other.rate] : [];
  });
  return ratios.length > 0 ? median(ratios) : undefined;
}
