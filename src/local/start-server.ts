import { join } from 'node:path';
import { ConfigError } from '../errors.ts';
import { archiveOf, usableArchive } from './class-archive.ts';
import type { Guarded } from './guardian.ts';
import type { Jars } from './install.ts';
import type { Java } from './java.ts';
import { jvmOptions } from './jvm-options.ts';
import type { Profile } from './neo4j-conf.ts';
import { readOrMakePassword } from './password.ts';
import { choosePorts, isFree, type Ports, type WantedPorts } from './ports.ts';
import { logIn, type StartProgress, waitUntilStarted } from './ready.ts';
import { logFileOf, runNeo4j } from './run-neo4j.ts';

export interface ServerStart extends WantedPorts {
  folder: string;
  java: Java;
  jars: Jars;
  profile: Profile;
  onProgress: (progress: StartProgress) => void;
}

export interface StartedServer {
  server: Guarded;
  ports: Ports;
  password: string;
}

const STOP_GRACE_SECONDS = 15;
const ATTEMPTS = 3;

export async function startServer(start: ServerStart): Promise<StartedServer> {
  const { folder, java, jars, profile } = start;
  const archive = await usableArchive(await archiveOf(java, jars));
  const password = readOrMakePassword(folder);
  for (let attempt = 1; ; attempt++) {
    const ports = await choosePorts(start);
    const server = await runNeo4j({
      folder,
      ports,
      profile,
      java,
      jars,
      jvmOptions: jvmOptions(profile, archive),
      graceSeconds: STOP_GRACE_SECONDS,
    });
    let started = false;
    try {
      const problem = await waitUntilStarted(server, logFileOf(folder), start.onProgress);
      if (problem === null) {
        await logIn(boltUri(ports), password, join(folder, 'password'));
        started = true;
        return { server, ports, password };
      }
      // Another program may have taken a port in the seconds before Neo4j did, if only for a connection of its
      // own that has ended since: choose again.
      const lost =
        problem.includes('Address already in use') ||
        !(await isFree(ports.bolt)) ||
        !(await isFree(ports.http));
      if (!lost || attempt === ATTEMPTS) throw new ConfigError([`The local Neo4j ${problem}`]);
    } finally {
      if (!started) {
        server.end();
        await server.exited;
      }
    }
  }
}

export function boltUri(ports: Ports): string {
  return `bolt://127.0.0.1:${ports.bolt}`;
}
