import { mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { archiveOf, type ClassArchive, usableArchive } from './class-archive.ts';
import { tryExclusive } from './exclusive.ts';
import type { Jars } from './install.ts';
import type { Java } from './java.ts';
import { jvmOptions } from './jvm-options.ts';
import { sha256Of } from './lock.ts';
import { readOrMakePassword } from './password.ts';
import { unusualPorts } from './ports.ts';
import { logIn, waitUntilStarted } from './ready.ts';
import { logFileOf, runNeo4j } from './run-neo4j.ts';
import { boltUri } from './start-server.ts';

const STAGING = 'training-';

/**
 * Makes the class archive with which Neo4j starts in 4 s instead of 7: a Neo4j of its own, with a
 * folder of its own, writes it when it ends. At lowest priority that takes about 25 s of an idle
 * core. False when there was nothing to do, another process is at it, or the signal came first;
 * without an archive everything runs, only slower, so that a failure is the caller's to log.
 */
export async function trainClassArchive(
  java: Java,
  jars: Jars,
  signal: AbortSignal,
): Promise<boolean> {
  const archive = await archiveOf(java, jars);
  if (await usableArchive(archive)) return false;
  const cache = cacheFolder();
  const lock = tryExclusive(cache, 'training');
  if ('heldBy' in lock) return false;
  try {
    await clear(cache, (name) => name.startsWith(STAGING));
    const staging = await mkdtemp(join(cache, STAGING));
    try {
      const draft = join(staging, 'classes.jsa');
      if (!(await writeArchive(draft, staging, java, jars, signal))) return false;
      await publish(draft, archive, cache);
      return true;
    } finally {
      await rm(staging, { recursive: true, force: true });
    }
  } finally {
    lock.release();
  }
}

async function writeArchive(
  draft: string,
  folder: string,
  java: Java,
  jars: Jars,
  signal: AbortSignal,
): Promise<boolean> {
  const ports = await unusualPorts();
  const password = readOrMakePassword(folder);
  const server = await runNeo4j({
    folder,
    ports,
    profile: 'testing',
    java,
    jars,
    jvmOptions: [...jvmOptions('testing', null), `-XX:ArchiveClassesAtExit=${draft}`],
    // There is nothing to lose: it ends at once with this process.
    graceSeconds: 0,
    nice: true,
  });
  const abort = () => server.end();
  signal.addEventListener('abort', abort);
  if (signal.aborted) abort();
  try {
    const problem = await waitUntilStarted(server, logFileOf(folder), () => {});
    if (signal.aborted) return false;
    if (problem) throw new Error(`Neo4j ${problem}`);
    await logIn(boltUri(ports), password, join(folder, 'password'));
    if (!signal.aborted) process.kill(server.pid, 'SIGTERM');
    await server.exited;
    return !signal.aborted;
  } finally {
    signal.removeEventListener('abort', abort);
    server.end();
    await server.exited;
  }
}

/** The sum goes first: an archive without its sum, or with another's, is never used. */
async function publish(draft: string, { path, sumPath }: ClassArchive, cache: string) {
  const sum = await sha256Of(draft);
  if (sum === null) throw new Error('Java wrote no class archive');
  await clear(cache, (name) => name.startsWith('classes-') && !path.endsWith(name));
  await writeFile(sumPath, `${sum}\n`);
  await rename(draft, path);
}

async function clear(folder: string, unwanted: (name: string) => boolean): Promise<void> {
  for (const name of await readdir(folder)) {
    if (unwanted(name)) await rm(join(folder, name), { recursive: true, force: true });
  }
}
