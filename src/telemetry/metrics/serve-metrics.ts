import { createServer, type Server } from 'node:http';
import type { Logger } from 'pino';
import {
  AggregatorRegistry,
  type MetricObjectWithValues,
  type MetricValue,
  Registry,
} from 'prom-client';
import { hostsFor } from '../../guards/hosts.ts';
import { guardHttp } from '../../guards/http.ts';
import { portOf } from '../../listen.ts';
import { listenAsSet } from '../../listen-as-set.ts';
import type { Metering } from '../settings.ts';

export interface MetricsServer {
  /** Of each process that serves. */
  readonly read: () => Promise<MetricObjectWithValues<MetricValue<string>>[][]>;
  readonly log: Logger;
}

/**
 * Answers GET /metrics, and nothing else, in Prometheus' text format.
 * Throws {@link ConfigError} where it may not listen.
 */
export async function serveMetrics(
  { port, host }: Metering,
  { read, log }: MetricsServer,
): Promise<Server> {
  const server = createServer(
    guardHttp(
      (request, response) => {
        const path = request.url?.split('?')[0];
        if (path !== '/metrics') return void response.writeHead(404).end();
        if (request.method !== 'GET' && request.method !== 'HEAD') {
          return void response.writeHead(405, { allow: 'GET, HEAD' }).end();
        }
        read()
          .then((figures) => AggregatorRegistry.aggregate(figures).metrics())
          .then(
            (text) =>
              response
                .writeHead(200, { 'content-type': Registry.PROMETHEUS_CONTENT_TYPE })
                .end(text),
            (error: unknown) => {
              log.error({ err: error }, 'the metrics cannot be read');
              response.writeHead(500).end();
            },
          );
      },
      hostsFor(host, []),
    ),
  );
  const settings = { port: 'METRICS_PORT', host: 'METRICS_HOST' };
  await listenAsSet(server, { port, host }, settings);
  log.info({ host, port: portOf(server) }, 'metrics are at /metrics');
  // What is scraped does not keep a process alive.
  server.unref();
  return server;
}
