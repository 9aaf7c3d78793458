import type { Logger } from 'pino';
import type { OpenGraph } from './open-graph.ts';
import { isWorker } from './workers/worker-graph.ts';

/**
 * Ends the process, once, at a signal or when its database or `failed` says why it cannot go on:
 * closes what serves, then the database.
 */
export function endOnce(
  log: Logger,
  graph: Pick<OpenGraph, 'lost' | 'close'>,
  close: () => Promise<void>,
  failed?: Promise<string>,
): void {
  let ending = false;
  const end = async (reason: string, code: number) => {
    if (ending) return;
    ending = true;
    log.info({ reason }, 'stopping');
    await close();
    await graph.close();
    process.exit(code);
  };
  // A second one ends it at once.
  process.once('SIGTERM', () => void end('SIGTERM', 0));
  // Ctrl-C reaches every process of a terminal: a worker waits for what the first one makes of it.
  if (isWorker) process.on('SIGINT', () => {});
  else process.once('SIGINT', () => void end('SIGINT', 0));
  void graph.lost.then(() => {
    log.fatal('Neo4j has ended by itself; its log is in the folder of CLAIMGRAPH_HOME');
    return end('Neo4j has ended', 1);
  });
  void failed?.then((reason) => {
    log.fatal(reason);
    return end(reason, 1);
  });
}
