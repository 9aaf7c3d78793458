import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { StatementListener } from '../graph/statement-run.ts';
import { isWorker } from '../workers/worker-graph.ts';
import type { ChangeRun } from './change-run.ts';
import type { Metrics, Watched } from './metrics/metrics.ts';
import type { OperationListener } from './operation-run.ts';

/** How a server tells what it does. */
export interface Telemetry {
  readonly log: Logger;
  readonly onOperation: readonly OperationListener[];
  readonly onStatement: StatementListener;
  readonly onChange: (change: ChangeRun) => void;
  /** Says what to look at from now on. */
  watch(watched: Watched): void;
}

/**
 * What the configuration asks for, and nothing else is loaded.
 * Throws {@link ConfigError} where METRICS_PORT is not to be had.
 */
export async function openTelemetry(config: Config, log: Logger): Promise<Telemetry> {
  const metrics = await openMetrics(config, log);
  const onStatement: StatementListener = (run) => {
    const { request, name, milliseconds, rows, failure } = run;
    if (log.isLevelEnabled('debug')) {
      log.debug({
        request,
        statement: name,
        milliseconds: Math.round(milliseconds),
        rows,
        failure,
      });
    }
    metrics?.onStatement(run);
  };
  return {
    ...{ log, onStatement },
    onOperation: metrics ? [metrics.onOperation] : [],
    onChange: (change) => metrics?.onChange(change),
    watch: (watched) => metrics?.watch(watched),
  };
}

/** The first process of several counts nothing itself: it brings together what the others count. */
async function openMetrics(
  { telemetry, workers, access }: Config,
  log: Logger,
): Promise<Metrics | null> {
  if (!telemetry.metrics) return null;
  const { askWorkers, tellFirstProcess } = await import('./metrics/across-workers.ts');
  const { Metrics } = await import('./metrics/metrics.ts');
  const { serveMetrics } = await import('./metrics/serve-metrics.ts');
  if (workers > 1) {
    await serveMetrics(telemetry.metrics, { read: askWorkers, log });
    return null;
  }
  const metrics = new Metrics({ names: access.trustedDocuments !== undefined });
  if (isWorker) tellFirstProcess(metrics);
  else await serveMetrics(telemetry.metrics, { read: async () => [await metrics.read()], log });
  return metrics;
}
