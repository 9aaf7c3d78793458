import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { GraphConnection } from '../../src/graph/client.ts';
import { patientSettings } from '../../src/guards/limits.ts';
import { type Guarded, startGuarded } from '../../src/local/guardian.ts';

export const serverNames = ['ours', 'peer', 'naive', 'limit'] as const;
export type ServerName = (typeof serverNames)[number];

export interface RunningServer {
  readonly name: ServerName;
  readonly pid: number;
  /** http://127.0.0.1:port */
  readonly url: string;
  stop(): Promise<void>;
}

/** Ours is the product as it is in production, with all its guards, limits and logs. */
const entries: Record<ServerName, string> = {
  ...{ ours: '../../src/main.ts', peer: './peer.ts', naive: './naive.ts', limit: './limit.ts' },
};

export interface ServerStart {
  readonly nodeOptions?: readonly string[];
  /** Variables of ours. If nothing is said, how long an answer takes is measured, not whether it is refused for it. */
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * Starts a server in a process of its own, on a free port of the loopback interface. It ends with
 * this process, however this one ends.
 */
export async function startServer(
  name: ServerName,
  { uri, username, password }: GraphConnection,
  { nodeOptions = [], settings = patientSettings }: ServerStart = {},
): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), `claimgraph-bench-${name}-`));
  const logFile = join(folder, 'log');
  writeFileSync(logFile, '');
  const entry = fileURLToPath(new URL(entries[name], import.meta.url));
  const server = await startGuarded({
    command: [process.execPath, '--import', 'tsx', ...nodeOptions, entry],
    env: {
      ...process.env,
      ...{ NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'info' },
      ...settings,
      ...{ NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password },
    },
    folder: process.cwd(),
    ...{ logFile, pidFile: join(folder, 'pid'), graceSeconds: 5 },
  });
  const url = await addressIn(logFile, server);
  return {
    ...{ name, pid: server.pid, url },
    stop: async () => {
      server.end();
      await server.exited;
      rmSync(folder, { recursive: true });
    },
  };
}

/** Every server says where it listens. */
async function addressIn(logFile: string, server: Guarded): Promise<string> {
  let isOver = false;
  void server.exited.then(() => {
    isOver = true;
  });
  for (;;) {
    const wasOver = isOver;
    const log = readFileSync(logFile, 'utf8');
    const url = /GraphQL +(http:\/\/[\d.]+:\d+)/.exec(log)?.[1];
    if (url) return url;
    if (wasOver) throw new Error(`a server does not come up:\n${log}`);
    await pause(50);
  }
}
