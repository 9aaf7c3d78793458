import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { GraphConnection } from '../../src/graph/client.ts';

export const serverNames = ['ours', 'peer', 'naive', 'limit'] as const;
export type ServerName = (typeof serverNames)[number];

export interface RunningServer {
  readonly name: ServerName;
  readonly pid: number;
  /** http://127.0.0.1:port */
  readonly url: string;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

/** Ours is the product as it is in production, with all its guards, limits and logs. */
const entries: Record<ServerName, string> = {
  ...{ ours: '../../src/main.ts', peer: './peer.ts', naive: './naive.ts', limit: './limit.ts' },
};

/** Starts a server in a process of its own, on a free port of the loopback interface. */
export async function startServer(
  name: ServerName,
  { uri, username, password }: GraphConnection,
  nodeOptions: readonly string[] = [],
): Promise<RunningServer> {
  const entry = fileURLToPath(new URL(entries[name], import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', ...nodeOptions, entry], {
    env: {
      ...process.env,
      ...{ NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'info' },
      ...{ NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const url = await Promise.race([addressIn(child), ended.then(() => null)]);
  if (!url || child.pid === undefined) throw new Error(`the server ${name} does not come up`);
  return {
    ...{ name, pid: child.pid, url, process: child },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Every server says where it listens. Reading on keeps its pipe from filling. */
async function addressIn({ stdout }: ChildProcess): Promise<string | null> {
  if (!stdout) return null;
  return new Promise((resolve) => {
    createInterface(stdout).on('line', (line) => {
      const found = /GraphQL +(http:\/\/[\d.]+:\d+)/.exec(line)?.[1];
      if (found) resolve(found);
    });
  });
}
