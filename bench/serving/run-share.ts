import autocannon, { type Client, type Result } from 'autocannon';
import { type BenchRequest, isAnswer } from '../measuring/request.ts';

/** What the clients of one share were answered. */
export interface Answers {
  /** Milliseconds, in ascending order. */
  readonly latencies: readonly number[];
  /** Answers with a status of 500 or more. */
  readonly serverErrors: number;
  /** Those with another error, and requests without an answer. */
  readonly failures: number;
  readonly problem: string | undefined;
}

/** Seconds after which an answer counts as missing: well above what any may take. */
const timeout = 20;

/** How long is asked: in seconds, or in requests. */
export type Extent = { readonly duration: number } | { readonly amount: number };

/** Asks over so many connections, each waiting for its answer before the next. */
export async function runShare(
  url: string,
  requests: readonly BenchRequest[],
  connections: number,
  extent: Extent,
): Promise<Answers> {
  const latencies: number[] = [];
  let clients = 0;
  let serverErrors = 0;
  let problem: string | undefined;
  const { errors, mismatches, non2xx } = await new Promise<Result>((resolve, reject) => {
    const running = autocannon(
      {
        ...{ ...extent, url, connections, timeout, requests, sampleInt: 50 },
        // Each connection begins elsewhere, so that they do not ask for the same at once.
        setupClient: (client: Client) => {
          const shift = (clients++ * 7) % requests.length;
          client.setRequests([...requests.slice(shift), ...requests.slice(0, shift)]);
        },
        verifyBody: isAnswer,
      },
      (error, outcome) => (error ? reject(error) : resolve(outcome)),
    );
    running.on('reqMismatch', (body: string) => {
      problem ??= body.slice(0, 500);
    });
    running.on('response', (_client, status: number, _bytes, milliseconds: number) => {
      if (status >= 500) serverErrors++;
      latencies.push(milliseconds);
    });
  });
  latencies.sort((a, b) => a - b);
  return { latencies, serverErrors, failures: errors + mismatches + non2xx, problem };
}
