import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';

interface Reply {
  /** Milliseconds. */
  readonly took: number;
  /** 0 for none: the connection was refused, or closed before the request was read. */
  readonly status: number;
  /** `ok`, the code of the first error, or what became of the connection. */
  readonly kind: string;
}

type Ask = (query: string, agent?: Agent) => Promise<Reply>;

/** Asks a server over connections that are kept, and takes every outcome for an answer. */
export function asking(url: string): Ask & { close(): void } {
  const kept = new Agent({ keepAlive: true, maxSockets: 600 });
  const ask = (query: string, agent = kept) =>
    new Promise<Reply>((resolve) => {
      const asked = performance.now();
      const reply = (rest: Partial<Reply>) =>
        resolve({
          ...{ took: performance.now() - asked, status: 0, kind: 'none' },
          ...rest,
        });
      const headers = { 'content-type': 'application/json' };
      const sent = request(`${url}/graphql`, { method: 'POST', headers, agent });
      // What a client sends again by itself: it found the kept connection closed.
      const gone = ({ code = '' }: NodeJS.ErrnoException) =>
        reply({ kind: sent.reusedSocket && code === 'ECONNRESET' ? 'closed while idle' : code });
      sent.on('error', gone).on('response', (response) => {
        text(response).then((body) => {
          const { statusCode: status = 0 } = response;
          reply({
            ...{ status, kind: kindOf(body) },
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

/** Says what was measured where it is read with the results. */
export function measured(what: string, figures: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${what}: ${JSON.stringify(figures)}\n`);
}
