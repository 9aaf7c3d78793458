import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { ConfigError } from '../errors.ts';
import { OTHER_WAYS } from './java.ts';

export interface JarFetch {
  /** Where the jars go; Maven makes it. */
  into: string;
  /** A local repository of its own, instead of the user's. */
  repository?: string;
  onJar?: (name: string) => void;
}

const POM = fileURLToPath(new URL('./pom.xml', import.meta.url));

// Maven waits half an hour for a silent server. A jar has at most 15 MB, and Maven prints a line
// for each: five minutes of silence are a line below 50 kB/s, or none.
const SILENCE_MS = 5 * 60_000;

/** Null when Maven succeeded, else what it said last. */
export async function fetchJars({ into, repository, onJar }: JarFetch): Promise<string | null> {
  const args = ['-B', '-f', POM, 'dependency:copy-dependencies', `-DoutputDirectory=${into}`];
  if (repository) args.push(`-Dmaven.repo.local=${repository}`);
  const maven = spawn('mvn', args, { stdio: ['ignore', 'pipe', 'pipe'] });

  const errors: string[] = [];
  const silence = setTimeout(() => {
    errors.push(`nothing heard for ${SILENCE_MS / 60_000} minutes`);
    maven.kill();
  }, SILENCE_MS);
  createInterface(maven.stdout).on('line', (line) => {
    silence.refresh();
    const jar = /(?:Downloaded from \S+: |Copying )(?:\S*\/)?([^\s/]+\.jar)\b/.exec(line)?.[1];
    if (jar) onJar?.(jar);
    if (line.includes('ERROR')) errors.push(line.replace(/^\S+\s*/, ''));
  });
  createInterface(maven.stderr).on('line', (line) => errors.push(line));

  try {
    const [code] = await once(maven, 'close');
    const reason = errors.find((line) => line.trim()) ?? `exit code ${code}`;
    return code === 0 ? null : reason.slice(0, 400);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
    throw new ConfigError(
      [
        'The local Neo4j is fetched with Maven, and there is no mvn on the PATH. Install it: ' +
          '`apt install maven` (Debian, Ubuntu), `dnf install maven` (Fedora), ' +
          `\`brew install maven\` (macOS). ${OTHER_WAYS}`,
      ],
      { cause },
    );
  } finally {
    clearTimeout(silence);
  }
}
