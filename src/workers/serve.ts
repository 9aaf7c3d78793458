import type { Logger } from 'pino';
import { RateLimiterClusterMaster } from 'rate-limiter-flexible';
import type { Config } from '../config.ts';
import type { OpenGraph } from '../open-graph.ts';
import type { Progress } from '../progress.ts';
import { prepareGraph } from '../readiness/prepare-graph.ts';
import { Readiness } from '../readiness/readiness.ts';
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
  readonly show: (progress: Progress) => void;
}) {
  const { config, graph, port, log, show } = serving;
  const { connection } = graph;
  // What the workers count of their callers, they count here.
  new RateLimiterClusterMaster();
  const readiness = new Readiness({
    ...{ connection, log },
    prepare: (lacks) => prepareGraph({ connection, documents: config.documents, show, lacks }),
    // Those who answer do it.
    rehearse: async () => {},
  });
  await readiness.begin();
  const environment = workerEnvironment(port, graph);
  const workers = await Workers.start({ count: config.workers, environment, log });
  const close = async () => {
    await readiness.close();
    await workers.close();
  };
  endOnce(log, graph, close, Promise.race([workers.failed, readiness.failed]));
  return { port, missing: readiness.missing };
}
