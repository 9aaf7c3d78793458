import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type InstallProgress, installJars } from './install.ts';
import { findJava } from './java.ts';

export interface AdminCommand {
  readonly command: readonly [string, ...string[]];
  readonly env: NodeJS.ProcessEnv;
}

/** `neo4j-admin`, from the jars of the managed Neo4j, on a folder of one that does not run. */
export async function adminCommand(
  folder: string,
  args: readonly string[],
  onProgress: (progress: InstallProgress) => void,
  memory: readonly string[] = [],
): Promise<AdminCommand> {
  const java = await findJava();
  const { classPath } = await installJars(onProgress);
  const conf = join(folder, 'conf');
  mkdirSync(conf, { recursive: true });
  return {
    command: [
      ...([java.command, ...memory, '-Dfile.encoding=UTF-8', '-XX:+UseParallelGC'] as const),
      ...['java.nio', 'sun.nio.ch'].map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
      ...['org.neo4j.cli.AdminTool', ...args],
    ],
    env: { ...process.env, CLASSPATH: classPath, NEO4J_HOME: folder, NEO4J_CONF: conf },
  };
}
