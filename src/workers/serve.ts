import type { Logger } from 'pino';
import { RateLimiterClusterMaster } from 'rate-limiter-flexible';
import { banner } from '../banner.ts';
import type { Config } from '../config.ts';
import type { OpenGraph } from '../open-graph.ts';
import { endOnce } from '../stopping.ts';
import { workerEnvironment } from './worker-graph.ts';
import { Workers } from './workers.ts';

/** Serves with as many processes as the configuration says, none of which is this one. */
export async function serveWithWorkers(serving: {
  readonly config: Config;
  readonly graph: OpenGraph;
  /** A free port. */
  readonly port: number;
  readonly log: Logger;
}): Promise<void> {
  const { config, graph, port, log } = serving;
  // What the workers count of their callers, they count here.
  new RateLimiterClusterMaster();
  const environment = workerEnvironment(port, graph);
  const workers = await Workers.start({ count: config.workers, environment, log });
  process.stdout.write(banner(port, config, graph));
  endOnce(log, graph, () => workers.close(), workers.failed);
}
