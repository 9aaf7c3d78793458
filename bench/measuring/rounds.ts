import type { BenchQuery, Variables } from '../queries/bench-query.ts';
import type { RunningServer, ServerName } from '../servers/start-server.ts';
import { applyLoad, type Sample } from './load.ts';
import { requestsFor } from './request.ts';

/** One server under one query with so many connections: a sample of each round. */
export interface Cell {
  readonly query: string;
  readonly server: ServerName;
  readonly connections: number;
  readonly samples: Sample[];
}

export interface RoundOptions {
  readonly servers: readonly RunningServer[];
  readonly databasePid: number;
  readonly asked: readonly { readonly query: BenchQuery; readonly picked: readonly Variables[] }[];
  readonly connections: readonly number[];
  readonly rounds: number;
  /** Seconds that one run is to take. */
  readonly window: number;
  readonly say: (message: string) => void;
}

/** The naive server has half a thousand statements under way for one answer: more are no news. */
const naiveConnections = 10;

/**
 * Measures in rounds: in each, every query goes to all servers one after another, so that whatever
 * else the machine does meanwhile meets all of them alike.
 */
export async function measureRounds(options: RoundOptions): Promise<Cell[]> {
  const { servers, databasePid, asked, connections, rounds, window, say } = options;
  const cells = new Map<string, Cell>();
  const rates = new Map<string, number>();
  const measure = async (
    { query, picked }: RoundOptions['asked'][number],
    server: RunningServer,
    connected: number,
    seconds: number,
  ) => {
    const key = `${query.name} ${server.name}`;
    const expected = (rates.get(key) ?? 1) * seconds;
    // Twice as many as connections at least: the last ones of each run alone.
    const amount = Math.max(connected * 2, Math.round(expected));
    const requests = requestsFor(query, server.name, picked);
    const sample = await applyLoad({
      server,
      databasePid,
      requests,
      connections: connected,
      amount,
    });
    rates.set(key, sample.rate);
    return sample;
  };
  for (const each of asked) {
    say(`warming up ${each.query.name}`);
    for (const server of asksOf(each.query, servers)) {
      // The second run's length comes from the first one's speed.
      await measure(each, server, 4, 0);
      await measure(each, server, 4, window);
    }
  }
  for (let round = 1; round <= rounds; round++) {
    for (const each of asked) {
      for (const connected of connections) {
        say(`round ${round} of ${rounds}: ${each.query.name}, ${connected} connections`);
        for (const server of asksOf(each.query, servers)) {
          if (server.name === 'naive' && connected > naiveConnections) continue;
          const sample = await measure(each, server, connected, window);
          const key = [each.query.name, server.name, connected].join();
          const cell = cells.get(key) ?? {
            ...{ query: each.query.name, server: server.name, connections: connected, samples: [] },
          };
          cells.set(key, cell);
          cell.samples.push(sample);
        }
      }
    }
  }
  return [...cells.values()];
}

export function asksOf({ naive }: BenchQuery, servers: readonly RunningServer[]): RunningServer[] {
  return servers.filter(({ name }) => name !== 'naive' || naive);
}
