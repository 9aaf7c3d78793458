import { chmodSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '../errors.ts';
import { type Exclusive, tryExclusive } from './exclusive.ts';
import { installJars, type Jars } from './install.ts';
import { findJava, type Java } from './java.ts';
import { endLeftover } from './leftover.ts';
import type { Profile } from './neo4j-conf.ts';
import { boltUri, startServer } from './start-server.ts';
import { trainClassArchive } from './train.ts';

export interface LocalNeo4jOptions {
  /** CLAIMGRAPH_HOME: data, logs and password live in `<home>/neo4j`. */
  home: string;
  /** Must be free when given; else 7687 or the next free. */
  boltPort?: number | undefined;
  /** Must be free when given; else 7474 or the next free. */
  httpPort?: number | undefined;
  profile: Profile;
  onProgress?: (progress: {
    phase: 'download' | 'start';
    done: number;
    total: number;
    message: string;
  }) => void;
}

export interface LocalNeo4j {
  /** bolt://127.0.0.1:port */
  uri: string;
  /** http://127.0.0.1:port/browser/ */
  browserUrl: string;
  username: 'neo4j';
  password: string;
  pid: number;
  stop(): Promise<void>;
  exited: Promise<{ code: number | null }>;
}

/**
 * Starts a Neo4j of our own, which ends when this process does. The promise holds once Bolt and
 * Browser answer. What the user has to put right is a ConfigError.
 */
export async function launchNeo4j(options: LocalNeo4jOptions): Promise<LocalNeo4j> {
  const java = await findJava();
  const folder = neo4jFolder(options.home);
  const lock = takeFolder(folder);
  try {
    const start = (message: string) =>
      options.onProgress?.({ phase: 'start', done: 0, total: 1, message });
    await endLeftover(folder, (pid) =>
      start(`Ending Neo4j ${pid}, left by a start that was killed`),
    );
    const jars = await installJars((progress) =>
      options.onProgress?.({ phase: 'download', ...progress }),
    );
    const { server, ports, password } = await startServer({
      ...options,
      folder,
      java,
      jars,
      onProgress: (progress) => options.onProgress?.({ phase: 'start', ...progress }),
    });
    const training = options.profile === 'serving' ? train(java, jars) : null;
    const exited = server.exited.then(async (exit) => {
      await training?.end();
      lock.release();
      return exit;
    });
    return {
      uri: boltUri(ports),
      browserUrl: `http://127.0.0.1:${ports.http}/browser/`,
      username: 'neo4j',
      password,
      pid: server.pid,
      exited,
      async stop() {
        server.end();
        await exited;
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function train(java: Java, jars: Jars): { end(): Promise<void> } {
  const abort = new AbortController();
  // A start without class archive is slower and nothing else, so that its failure ends here.
  const done = trainClassArchive(java, jars, abort.signal).catch(() => false);
  return {
    async end() {
      abort.abort();
      await done;
    },
  };
}

function neo4jFolder(home: string): string {
  const folder = join(home, 'neo4j');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  return realpathSync(folder);
}

function takeFolder(folder: string): Exclusive {
  const lock = tryExclusive(folder, 'home');
  if ('release' in lock) return lock;
  throw new ConfigError([
    `Process ${lock.heldBy} already runs a local Neo4j on ${folder}. End it first, or give this ` +
      'one a folder of its own with CLAIMGRAPH_HOME.',
  ]);
}
