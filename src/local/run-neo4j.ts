import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Guarded, startGuarded } from './guardian.ts';
import type { Jars } from './install.ts';
import type { Java } from './java.ts';
import { neo4jConf, type Profile } from './neo4j-conf.ts';
import type { Ports } from './ports.ts';

export interface Neo4jRun {
  /** Neo4j's home: conf, data, import, logs below it. Absolute. */
  folder: string;
  ports: Ports;
  profile: Profile;
  java: Java;
  jars: Jars;
  jvmOptions: readonly string[];
  graceSeconds: number;
  /** Lowest priority, for work that nobody waits for. */
  nice?: boolean;
}

export const pidFileOf = (folder: string): string => join(folder, 'neo4j.pid');
export const logFileOf = (folder: string): string => join(folder, 'logs', 'console.log');
export const homeArgument = (folder: string): string => `--home-dir=${folder}`;

export function runNeo4j(run: Neo4jRun): Promise<Guarded> {
  const { folder, ports, profile, java, jars } = run;
  for (const name of ['conf', 'import', 'logs']) {
    mkdirSync(join(folder, name), { recursive: true });
  }
  writeFileSync(join(folder, 'conf', 'neo4j.conf'), neo4jConf(ports, profile));
  writeFileSync(logFileOf(folder), '');
  return startGuarded({
    command: [
      ...(run.nice ? ['nice', '-n', '19'] : []),
      java.command,
      ...run.jvmOptions,
      'org.neo4j.server.CommunityEntryPoint',
      homeArgument(folder),
      `--config-dir=${join(folder, 'conf')}`,
      '--console-mode',
    ],
    // The class path as a variable: 15 kB of it would hide everything else in a process list.
    env: { ...process.env, CLASSPATH: jars.classPath },
    folder,
    pidFile: pidFileOf(folder),
    logFile: logFileOf(folder),
    graceSeconds: run.graceSeconds,
  });
}
