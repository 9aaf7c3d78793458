import type { Config } from './config.ts';
import { fillEmptyGraph } from './fill-graph.ts';
import { probePort } from './listen-as-set.ts';
import { openGraphOf } from './open-graph.ts';
import { showProgress } from './progress.ts';
import { prepareServing, serve } from './serve.ts';
import { openLog } from './telemetry/log/open-log.ts';
import { openTelemetry } from './telemetry/telemetry.ts';
import { serveWithWorkers } from './workers/serve.ts';
import { graphOfWorker, isWorker } from './workers/worker-graph.ts';

/** Brings a server up, or one of several. Throws {@link ConfigError} for what its user can mend. */
export async function start(config: Config): Promise<void> {
  const log = openLog(config.logLevel);
  const serving = await prepareServing(config, log);
  const telemetry = await openTelemetry(config, log);
  const port = isWorker ? config.port : await probePort(config);
  const progress = showProgress();
  const graph = isWorker ? graphOfWorker(config) : await openGraphOf(config, progress.show);
  try {
    if (!isWorker) await fillEmptyGraph(graph.connection, config, progress.show);
    progress.end();
    if (config.workers > 1) await serveWithWorkers({ config, graph, port, log });
    else await serve({ ...serving, config, graph, telemetry });
  } catch (error) {
    await graph.close();
    throw error;
  }
}
