import { pino } from 'pino';
import { inject, onTestFinished } from 'vitest';
import { GraphClient, type GraphConnection, servingLimits } from '../../../../src/graph/client.ts';
import { portOf } from '../../../../src/listen.ts';
import { Metrics } from '../../../../src/telemetry/metrics/metrics.ts';
import { serveMetrics } from '../../../../src/telemetry/metrics/serve-metrics.ts';
import { serverOver } from '../../../support/ask.ts';

type Options = Parameters<typeof serverOver>[1] & {
  readonly names?: boolean;
  readonly connection?: GraphConnection;
};

/** A server over the run's database, and its figures on a port, until the test is over. */
export async function meteredServer({ names = false, connection, ...options }: Options = {}) {
  const metrics = new Metrics({ names });
  const client = new GraphClient(connection ?? inject('graph'), {
    ...{ ...servingLimits, retryTime: 100, onStatement: metrics.onStatement },
  });
  metrics.watch({
    ...{ sessions: () => client.sessions, connectionLimit: 50 },
    isReady: () => client.verify().then(...[() => true, () => false]),
  });
  const server = serverOver(
    { client, statements: [] },
    { onOperation: [metrics.onOperation], ...options },
  );
  const read = async () => [await metrics.read()];
  const log = pino({ level: 'silent' });
  const listener = await serveMetrics({ port: 0, host: '127.0.0.1' }, { read, log });
  onTestFinished(async () => {
    listener.close();
    await client.close();
  });
  const url = `http://127.0.0.1:${portOf(listener)}`;
  return { ...server, url, scrape: async () => figuresIn(await scraped(url)) };
}

async function scraped(url: string): Promise<string> {
  return (await fetch(`${url}/metrics`)).text();
}

/** Each figure of Prometheus' text format by its name and labels, in their order. */
export function figuresIn(text: string): ReadonlyMap<string, number> {
  const samples = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    samples.map((line) => {
      const [, name = '', value = ''] = /^(\w+(?:\{.*\})?) (\S+)$/.exec(line) ?? [];
      return [name, Number(value)];
    }),
  );
}
