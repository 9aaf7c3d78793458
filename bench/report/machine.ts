import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { NEO4J_VERSION } from '../../src/local/cache-folder.ts';
import { findJava } from '../../src/local/java.ts';

/** What was measured on and with, in words. */
export async function machineFacts(packages: readonly string[]): Promise<string[]> {
  const java = await findJava();
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const version = (name: string) => `${name} ${versionOf(name)}`;
  return [
    `${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${memory} GB of memory, shared by all that takes part, the database too`,
    `Node ${process.versions.node}, Java ${/"([^"]+)"/.exec(java.version)?.[1]}, Neo4j ${NEO4J_VERSION}`,
    packages.map(version).join(', '),
    `Claimgraph at ${commit()}`,
  ];
}

/** Of a package in bench/ or in the main install. */
function versionOf(name: string): string {
  for (const folder of ['../node_modules/', '../../node_modules/']) {
    try {
      const path = fileURLToPath(new URL(`${folder}${name}/package.json`, import.meta.url));
      return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  return 'of unknown version';
}

/** The commit that is checked out, and whether files differ from it. */
function commit(): string {
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
  const changed =
    git('status', '--porcelain', '--untracked-files=no') === '' ? '' : ' with changes';
  return `${git('rev-parse', '--short', 'HEAD')}${changed}`;
}
