import { askAll, type Extent, type Failures } from '../measuring/ask-all.ts';
import type { BenchRequest } from '../measuring/request.ts';

/** What the clients of one share were answered. */
export interface Answers extends Failures {
  /** Milliseconds, in ascending order. */
  readonly latencies: readonly number[];
  /** Answers with a status of 500 or more. */
  readonly serverErrors: number;
}

/** Seconds after which an answer counts as missing: well above what any may take. */
const timeout = 20;

/** Asks over so many connections, each waiting for its answer before the next. */
export async function runShare(
  url: string,
  requests: readonly BenchRequest[],
  connections: number,
  extent: Extent,
): Promise<Answers> {
  const latencies: number[] = [];
  let serverErrors = 0;
  const failed = await askAll({
    ...{ url, requests, connections, extent, timeout },
    onAnswer: (status, milliseconds) => {
      if (status >= 500) serverErrors++;
      latencies.push(milliseconds);
    },
  });
  latencies.sort((a, b) => a - b);
  return { latencies, serverErrors, ...failed };
}
