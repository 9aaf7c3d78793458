import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { GraphConnection } from '../graph/client.ts';
import { Planner } from '../graph/planner.ts';
import type { StatementListener, StatementRun } from '../graph/statement-run.ts';
import { isWorker } from '../workers/worker-graph.ts';
import type { ChangeRun } from './change-run.ts';
import type { Metrics, Watched } from './metrics/metrics.ts';
import type { OperationListener } from './operation-run.ts';
import { SlowQueries } from './slow-queries.ts';
import type { Traces } from './traces/traces.ts';

/** How a server tells what it does. */
export interface Telemetry {
  readonly log: Logger;
  readonly traces: Traces | null;
  readonly onOperation: readonly OperationListener[];
  readonly onChange: (change: ChangeRun) => void;
  /** Tells of the statements that a database is asked. */
  statementsOf(connection: GraphConnection): StatementListener;
  /** Says what to look at from now on. */
  watch(watched: Watched): void;
  /** Sends what is left. */
  close(): Promise<void>;
}

/**
 * What the configuration asks for, and nothing else is loaded.
 * Throws {@link ConfigError} where METRICS_PORT is not to be had.
 */
export async function openTelemetry(config: Config, log: Logger): Promise<Telemetry> {
  const metrics = await openMetrics(config, log);
  const traces = await openTraces(config, log);
  const planners: Planner[] = [];
  return {
    ...{ log, traces },
    onOperation: metrics ? [metrics.onOperation] : [],
    onChange: (change) => metrics?.onChange(change),
    statementsOf: (connection) => {
      const planner = new Planner(connection);
      planners.push(planner);
      const threshold = config.telemetry.slowQueryTime;
      const slow = new SlowQueries({ log, threshold, planOf: (text) => planner.planOf(text) });
      return (run) => {
        if (log.isLevelEnabled('debug')) log.debug(lineOf(run));
        metrics?.onStatement(run);
        traces?.onStatement(run);
        slow.onStatement(run);
      };
    },
    watch: (watched) => metrics?.watch(watched),
    close: async () => {
      await Promise.all(planners.map((planner) => planner.close()));
      await traces?.close();
    },
  };
}

function lineOf({ request, name, milliseconds, rows, failure }: StatementRun) {
  return { request, statement: name, milliseconds: Math.round(milliseconds), rows, failure };
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

async function openTraces({ telemetry, workers }: Config, log: Logger): Promise<Traces | null> {
  if (!telemetry.traces || workers > 1) return null;
  const { openTraces } = await import('./traces/traces.ts');
  return openTraces(telemetry.traces, log);
}
