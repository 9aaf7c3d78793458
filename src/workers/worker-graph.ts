import type { OpenGraph } from '../open-graph.ts';

/** Not node:cluster's own mark: a process manager may use that for what it starts. */
const mark = 'CLAIMGRAPH_WORKER';

/** Whether this process is one of several that serve, started by the first. */
export const isWorker = process.env[mark] === 'yes';

/** The environment in which a worker finds the database that the first process has opened. */
export function workerEnvironment(
  port: number,
  { connection, browserUrl }: Pick<OpenGraph, 'connection' | 'browserUrl'>,
) {
  const { uri, username, password, database = '' } = connection;
  return {
    [mark]: 'yes',
    ...{ PORT: String(port), WORKERS: '1', NEO4J_BOLT_PORT: '', NEO4J_HTTP_PORT: '' },
    ...{ NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password },
    ...{ NEO4J_DATABASE: database, NEO4J_BROWSER_URL: browserUrl ?? '' },
  };
}
