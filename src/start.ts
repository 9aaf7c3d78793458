import { banner } from './banner.ts';
import type { Config } from './config.ts';
import { probePort } from './listen-as-set.ts';
import { openGraphOf } from './open-graph.ts';
import { showProgress } from './progress.ts';
import { prepareServing, serve } from './serve.ts';
import { openLog } from './telemetry/log/open-log.ts';
import { openTelemetry } from './telemetry/telemetry.ts';
import { serveWithWorkers } from './workers/serve.ts';
import { isWorker } from './workers/worker-graph.ts';

/**
 * Brings a server up, or one of several; with a database elsewhere, also while that is away.
 * Throws {@link ConfigError} for what its user can mend.
 */
export async function start(config: Config): Promise<void> {
  const log = openLog(config.logLevel);
  const serving = await prepareServing(config, log);
  const telemetry = await openTelemetry(config, log);
  const port = isWorker ? config.port : await probePort(config);
  const progress = showProgress();
  const graph = await openGraphOf(config, progress.show);
  try {
    const start = { config, graph, log, show: progress.show };
    const up =
      config.workers > 1
        ? await serveWithWorkers({ ...start, port })
        : await serve({ ...start, ...serving, telemetry });
    progress.end();
    if (!isWorker) process.stdout.write(banner(up, config, graph));
  } catch (error) {
    await graph.close();
    throw error;
  }
}
