import { askAll } from './ask-all.ts';
import { cpuSeconds, residentMegabytes } from './cpu-time.ts';
import { quantile } from './statistics.ts';
import type { Task } from './task.ts';

/** What one run of requests against one server has shown. */
export interface Sample {
  readonly requests: number;
  /** Of them, those answered with an error, in part because time ran out, or not at all. */
  readonly failures: number;
  /** The first of the errors. */
  readonly problem: string | undefined;
  /** Good answers per second. */
  readonly rate: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Milliseconds of a core per request; null where the system does not tell. */
  readonly serverCpu: number | null;
  readonly databaseCpu: number | null;
  /** Megabytes of the server that lie in memory, afterwards. */
  readonly resident: number | null;
}

export interface Load extends Task {
  readonly connections: number;
  readonly amount: number;
}

/** Seconds, after which an answer counts as missing. */
const timeout = 60;

/** Sends so many requests over so many connections, each waiting for its answer before the next. */
export async function applyLoad(load: Load): Promise<Sample> {
  const { server, databasePid, amount } = load;
  const cpuBefore = [cpuSeconds(server.pid), cpuSeconds(databasePid)];
  const { latencies, seconds, failures, problem } = await run(load);
  const [serverCpu = null, databaseCpu = null] = [server.pid, databasePid].map((pid, index) => {
    const [before, after] = [cpuBefore[index], cpuSeconds(pid)];
    return before == null || after === null ? null : ((after - before) * 1_000) / amount;
  });
  latencies.sort((a, b) => a - b);
  return {
    ...{ requests: amount, failures, problem },
    rate: (amount - failures) / seconds,
    p50: quantile(latencies, 0.5),
    p95: quantile(latencies, 0.95),
    p99: quantile(latencies, 0.99),
    ...{ serverCpu, databaseCpu },
    resident: residentMegabytes(server.pid),
  };
}

/** Milliseconds of each answer, good or bad, and seconds from the first request to the last. */
async function run({ server, requests, connections, amount }: Load) {
  const latencies: number[] = [];
  const started = performance.now();
  let ended = started;
  const { failures, problem } = await askAll({
    ...{ url: server.url, requests, connections, extent: { amount }, timeout },
    onAnswer: (_status, milliseconds) => {
      ended = performance.now();
      latencies.push(milliseconds);
    },
  });
  if (latencies.length === 0) throw new Error(`${server.name} answers nothing`);
  return { latencies, seconds: (ended - started) / 1_000, failures, problem };
}
