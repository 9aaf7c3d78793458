import type { Cell } from '../measuring/rounds.ts';
import { median } from '../measuring/statistics.ts';
import type { ServerName } from '../servers/start-server.ts';

export function cellOf(
  cells: readonly Cell[],
  question: string,
  server: ServerName,
  connections: number,
): Cell | undefined {
  return cells.find(
    ({ task, connections: of }) =>
      task.question === question && task.server.name === server && of === connections,
  );
}

/** How many times the throughput of one server is another's, round by round. */
export function ratios(over: Cell | undefined, under: Cell | undefined): number[] {
  return (over?.samples ?? []).flatMap(({ rate }, round) => {
    const other = under?.samples[round];
    return other ? [rate / other.rate] : [];
  });
}

/** The median of {@link ratios}; undefined where one of the two was not measured. */
export function ratio(over: Cell | undefined, under: Cell | undefined): number | undefined {
  const all = ratios(over, under);
  return all.length > 0 ? median(all) : undefined;
}

/** How many times as much of the processors a request costs one server and the database. */
export function cpuRatio(over: Cell | undefined, under: Cell | undefined): number | undefined {
  const [one, other] = [cpuOf(over), cpuOf(under)];
  return one && other ? one / other : undefined;
}

/** Milliseconds of a core per request, of server and database together. */
function cpuOf(cell: Cell | undefined): number | undefined {
  const spent = (cell?.samples ?? []).flatMap(({ serverCpu, databaseCpu }) =>
    serverCpu === null || databaseCpu === null ? [] : [serverCpu + databaseCpu],
  );
  return spent.length > 0 ? median(spent) : undefined;
}
