import type { IncomingMessage } from 'node:http';
import type { Plugin } from 'graphql-yoga';
import { addressOf } from './address.ts';
import type { Caller } from './caller.ts';
import type { Identify } from './identify.ts';
import type { Rates } from './rates.ts';

/** What the entrance leaves for those behind it, in Yoga's own context of a request. */
export interface Admitted {
  caller?: Caller;
}

/** Where Node's request is, if it came through a socket. */
interface Arrival extends Admitted {
  readonly req?: IncomingMessage;
}

export interface EntranceOptions {
  readonly identify: Identify | undefined;
  readonly rates: Rates | null;
  /** Our own proxies before the server. */
  readonly proxies: number;
}

/**
 * Looks at who asks, before the body of the request is read: whoever is refused learns nothing of the
 * schema, and costs nothing. Counts by the caller's name; without one, by address, wrong keys included.
 */
export function entrance({ identify, rates, proxies }: EntranceOptions): Plugin {
  const visits = new WeakMap<Request, { readonly of: string; readonly since: number }>();
  return {
    async onRequestParse({ request, serverContext }) {
      const arrival = serverContext as Arrival;
      const since = performance.now();
      const admit = async (of: string) => {
        if (!rates) return;
        visits.set(request, { of, since });
        await rates.admit(of);
      };
      const byAddress = () => admit(`address ${addressOf(arrival.req, proxies)}`);
      if (!identify) return byAddress();
      try {
        arrival.caller = await identify(request);
      } catch (error) {
        await byAddress();
        throw error;
      }
      return admit(`caller ${arrival.caller.name}`);
    },
    async onResponse({ request, response }) {
      const visit = visits.get(request);
      if (!rates || !visit) return;
      await rates.spend(visit.of, performance.now() - visit.since);
      const headers = await rates.headersFor(visit.of);
      for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
    },
  };
}
