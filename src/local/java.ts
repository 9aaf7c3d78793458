import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ConfigError } from '../errors.ts';

export interface Java {
  command: string;
  /** All that `java -version` says: vendor and build too, since a class archive fits one build. */
  version: string;
}

export const OTHER_WAYS =
  'Or run Neo4j and the server in Docker with `docker compose up`. ' +
  'Or set NEO4J_URI to a Neo4j 5.26 or later that already runs.';

const INSTALL_JAVA =
  'Install one: `apt install openjdk-17-jre-headless` (Debian, Ubuntu), ' +
  '`dnf install java-21-openjdk-headless` (Fedora), `brew install openjdk@21` (macOS), ' +
  `or point JAVA_HOME to it. ${OTHER_WAYS}`;

export async function findJava(): Promise<Java> {
  const home = process.env.JAVA_HOME;
  const command = home ? join(home, 'bin', 'java') : 'java';
  const version = await javaVersion(command, home);
  const feature = Number(/version "(\d+)/.exec(version)?.[1]);
  // Neo4j 5.26 supports 17 and 21; 25 was tried and runs.
  if (feature !== 17 && !(feature >= 21)) {
    const found = version.split('\n')[0] || 'nothing known';
    throw new ConfigError([
      `The local Neo4j needs Java 17, 21 or later, and ${command} is ${found}. ${INSTALL_JAVA}`,
    ]);
  }
  return { command, version };
}

async function javaVersion(command: string, home: string | undefined): Promise<string> {
  try {
    const { stderr } = await promisify(execFile)(command, ['-version']);
    return stderr.trim();
  } catch (cause) {
    const where = home ? `in JAVA_HOME (${home})` : 'on the PATH';
    throw new ConfigError(
      [`The local Neo4j needs Java, and there is none ${where}. ${INSTALL_JAVA}`],
      {
        cause,
      },
    );
  }
}
