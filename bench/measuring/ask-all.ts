import autocannon, { type Client, type Result } from 'autocannon';
import { type BenchRequest, isAnswer } from './request.ts';

/** How long is asked: in seconds, or in requests. */
export type Extent = { readonly duration: number } | { readonly amount: number };

export interface Asking {
  readonly url: string;
  readonly requests: readonly BenchRequest[];
  readonly connections: number;
  readonly extent: Extent;
  /** Seconds, after which an answer counts as missing. */
  readonly timeout: number;
  /** Called with the status and the milliseconds of each answer, good or bad. */
  readonly onAnswer: (status: number, milliseconds: number) => void;
}

/** Answers with an error, and requests without one; and the first of the errors. */
export interface Failures {
  readonly failures: number;
  readonly problem: string | undefined;
}

/** Asks over so many connections, each waiting for its answer before the next. */
export async function askAll(asking: Asking): Promise<Failures> {
  const { url, requests, connections, extent, timeout, onAnswer } = asking;
  let clients = 0;
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
      onAnswer(status, milliseconds);
    });
  });
  return { failures: errors + mismatches + non2xx, problem };
}
