import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';

export interface Reply {
  /** When it was asked, and how long it took, in milliseconds of this process. */
  readonly asked: number;
  readonly took: number;
  /** 0 for none: the connection was refused, or closed before the request was read. */
  readonly status: number;
  /** `ok`, the code of the first error, or what became of the connection. */
  readonly kind: string;
  readonly retryAfter: string | null;
  readonly closes: boolean;
  readonly body: string;
}

export type Ask = (query: string, agent?: Agent) => Promise<Reply>;

/** Asks a server over connections that are kept, and takes every outcome for an answer. */
export function asking(url: string): Ask & { close(): void } {
  const kept = new Agent({ keepAlive: true, maxSockets: 600 });
  const ask = (query: string, agent = kept) =>
    new Promise<Reply>((resolve) => {
      const asked = performance.now();
      const reply = (rest: Partial<Reply>) =>
        resolve({
          ...{ asked, took: performance.now() - asked, status: 0, kind: 'none' },
          ...{ retryAfter: null, closes: false, body: '', ...rest },
        });
      const headers = { 'content-type': 'application/json' };
      const sent = request(`${url}/graphql`, { method: 'POST', headers, agent });
      // What a client sends again by itself: it found the kept connection closed.
      const gone = ({ code = '' }: NodeJS.ErrnoException) =>
        reply({ kind: sent.reusedSocket && code === 'ECONNRESET' ? 'closed while idle' : code });
      sent.on('error', gone).on('response', (response) => {
        text(response).then((body) => {
          const { statusCode: status = 0, headers } = response;
          reply({
            ...{ status, body, kind: kindOf(body), retryAfter: headers['retry-after'] ?? null },
            closes: headers.connection === 'close',
          });
        }, gone);
      });
      sent.end(JSON.stringify({ query }));
    });
  return Object.assign(ask, { close: () => kept.destroy() });
}

function kindOf(body: string): string {
  const { errors } = JSON.parse(body) as {
    errors?: readonly { extensions?: { code?: string } }[];
  };
  return errors ? (errors[0]?.extensions?.code ?? 'an error without a code') : 'ok';
}

/** Asks so many times a second, whether or not the answers come, until it is told to stop. */
export function load(ask: Ask, { perSecond, query }: { perSecond: number; query: () => string }) {
  const replies: Promise<Reply>[] = [];
  let stopped = false;
  const done = (async () => {
    for (let next = performance.now(); !stopped; next += 1_000 / perSecond) {
      replies.push(ask(query()));
      await pause(Math.max(0, next - performance.now()));
    }
  })();
  return {
    async stop(): Promise<Reply[]> {
      stopped = true;
      await done;
      return Promise.all(replies);
    },
  };
}

/** How many of each kind. */
export function counted(replies: readonly Reply[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status, kind } of replies) {
    const name = `${status || ''} ${kind}`.trim();
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

/** Says what was measured where it is read with the results. */
export function measured(what: string, figures: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${what}: ${JSON.stringify(figures)}\n`);
}
