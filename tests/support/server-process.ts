import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The whole product as a process of its own, as `npm start` runs it. */
export interface ServerProcess {
  readonly process: ChildProcess;
  readonly pid: number;
  /** http://host:port, from the banner. */
  readonly url: string;
  /** Neo4j as the banner tells of it; null where the database is somebody else's. */
  readonly neo4j: BannerNeo4j | null;
  /** All of it, once the process has ended. */
  readonly ended: Promise<Ended>;
  /** SIGTERM. */
  stop(): Promise<Ended>;
}

export interface BannerNeo4j {
  readonly browserUrl: string;
  readonly uri: string;
  readonly username: string;
  readonly password: string;
}

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

type Environment = Readonly<Record<string, string>>;

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Every variable that the server reads: what surrounds the tests must not reach it. */
const settings =
  /^(PORT|HOST|WORKERS|LOG_LEVEL|METRICS_.*|OTEL_.*|NEO4J_.*|CLAIMGRAPH_(?!CACHE$).*)$/;

/** What a loaded machine may take; empty for what the product has by default. */
const patient = {
  ...{ CLAIMGRAPH_STATEMENT_TIME: '20000', CLAIMGRAPH_TRAVERSAL_TIME: '20000' },
  CLAIMGRAPH_REQUEST_TIME: '30000',
};

/** Resolves once the banner is out, on a free port if the environment names none. */
export async function startServerProcess(environment: Environment): Promise<ServerProcess> {
  const { child, ended } = run(environment);
  let seen = '';
  const banner = new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      seen += chunk;
      if (seen.includes('Claimgraph is up.') && seen.includes('/graphql')) resolve(seen);
    });
  });
  const up = await Promise.race([banner, ended]);
  if (typeof up !== 'string') throw new Error(`ended with ${up.code}:\n${up.stdout}${up.stderr}`);
  return {
    process: child,
    pid: child.pid ?? 0,
    url: /GraphQL +(http:\S+)\/graphql/.exec(up)?.[1] ?? '',
    neo4j: neo4jOf(up),
    ended,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** Milliseconds until /ready answers with a status. */
export async function untilReadySays(status: number, { url }: ServerProcess): Promise<number> {
  const since = performance.now();
  while ((await fetch(`${url}/ready`)).status !== status) await pause(20);
  return Math.round(performance.now() - since);
}

/** For a start that does not come up. */
export function runServerProcess(environment: Environment): Promise<Ended> {
  return run(environment).ended;
}

/** A folder for CLAIMGRAPH_HOME; the caller removes it. */
export function temporaryHome(): { readonly home: string; remove(): void } {
  const home = mkdtempSync(join(tmpdir(), 'claimgraph-server-'));
  return { home, remove: () => rmSync(home, { recursive: true, force: true }) };
}

function run(environment: Environment) {
  const surroundings = Object.entries(process.env).filter(([name]) => !settings.test(name));
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: root,
    env: { ...Object.fromEntries(surroundings), PORT: '0', ...patient, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)]).then(
    ([[code], stdout, stderr]): Ended => ({ code: code as number | null, stdout, stderr }),
  );
  return { child, ended };
}

function neo4jOf(banner: string): BannerNeo4j | null {
  const found = /Neo4j +(\S+)\s+connect to (\S+) as (\S+) with password (\S+)/.exec(banner);
  if (!found) return null;
  const [, browserUrl = '', uri = '', username = '', password = ''] = found;
  return { browserUrl, uri, username, password };
}
