import type { RunningServer, ServerName } from '../servers/start-server.ts';
import type { BenchRequest } from './request.ts';

/** One question put to one server. */
export interface Task {
  readonly question: string;
  readonly server: RunningServer;
  /** Of the Neo4j behind the server. */
  readonly databasePid: number;
  readonly requests: readonly BenchRequest[];
}

/** The most connections at which a server is measured. */
export function mostConnections({ server }: Task): number {
  return ceilings[server.name] ?? Number.POSITIVE_INFINITY;
}

/** The naive server has half a thousand statements under way for one answer: more are no news. */
const ceilings: Partial<Record<ServerName, number>> = { naive: 10 };
