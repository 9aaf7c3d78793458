import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { ConfigError } from '../errors.ts';
import { cacheFolder } from './cache-folder.ts';
import { exclusive } from './exclusive.ts';
import { OTHER_WAYS } from './java.ts';
import { brokenJars, type JarList, readJarList } from './lock.ts';
import { fetchJars } from './maven.ts';

export interface InstallProgress {
  done: number;
  total: number;
  message: string;
}

export interface Jars {
  folder: string;
  names: readonly string[];
  /** The listed jars and no others, whatever else lies in the folder. */
  classPath: string;
}

const STAGING = 'staging-';

/** Verifies every jar against the committed list, and fetches what is missing or broken. */
export async function installJars(onProgress: (progress: InstallProgress) => void): Promise<Jars> {
  const cache = cacheFolder();
  const folder = join(cache, 'jars');
  const list = await readJarList();
  const names = [...list.keys()];
  if ((await brokenJars(folder, list)).length > 0) await repair(cache, folder, list, onProgress);
  return { folder, names, classPath: names.map((name) => join(folder, name)).join(delimiter) };
}

async function repair(
  cache: string,
  folder: string,
  list: JarList,
  onProgress: (progress: InstallProgress) => void,
): Promise<void> {
  const total = list.size;
  const lock = await exclusive(cache, 'install', (pid) =>
    onProgress({ done: 0, total, message: `Waiting for process ${pid}, which fetches Neo4j` }),
  );
  const staging = await newStaging(cache);
  try {
    await mkdir(folder, { recursive: true });
    let broken = await brokenJars(folder, list);
    let problem: string | null = null;
    // The user's own Maven repository may be where the broken jar comes from, so that the second
    // try begins with an empty one.
    for (const repository of [undefined, join(staging, 'repository')]) {
      if (broken.length === 0) return;
      const seen = new Set([...list.keys()].filter((name) => !broken.includes(name)));
      const report = () => onProgress({ done: seen.size, total, message: 'Fetching Neo4j' });
      report();
      const into = join(staging, repository ? 'again' : 'jars');
      problem = await fetchJars({
        into,
        ...(repository && { repository }),
        onJar: (name) => {
          if (list.has(name)) seen.add(name);
          report();
        },
      });
      broken = await takeOver(into, folder, broken, list);
    }
    if (broken.length > 0) throw new ConfigError([unfetchable(broken, folder, problem)]);
  } finally {
    await rm(staging, { recursive: true, force: true });
    lock.release();
  }
}

/** Moves what is right, deletes what is wrong, and names what is still missing. */
async function takeOver(
  from: string,
  folder: string,
  wanted: readonly string[],
  list: JarList,
): Promise<string[]> {
  const wantedList = new Map([...list].filter(([name]) => wanted.includes(name)));
  const missing = new Set(await brokenJars(from, wantedList));
  for (const name of wanted) {
    if (missing.has(name)) await rm(join(folder, name), { recursive: true, force: true });
    else await rename(join(from, name), join(folder, name));
  }
  return brokenJars(folder, list);
}

/** What a killed start has left behind goes: only the holder of the lock comes here. */
async function newStaging(cache: string): Promise<string> {
  for (const name of await readdir(cache)) {
    if (name.startsWith(STAGING)) await rm(join(cache, name), { recursive: true, force: true });
  }
  return mkdtemp(join(cache, STAGING));
}

function unfetchable(broken: readonly string[], folder: string, problem: string | null): string {
  const shown = broken.slice(0, 5).join(', ');
  const jars = broken.length > 5 ? `${shown} and ${broken.length - 5} more` : shown;
  const why = problem
    ? `Maven could not fetch them: ${problem.replace(/[.\s]*$/, '')}.`
    : 'What Maven fetched differs from src/local/jars.sha256, twice, and was deleted.';
  return (
    `Neo4j cannot start: of its jars in ${folder}, ${broken.length} are missing or broken ` +
    `(${jars}). ${why} Check the network and Maven's settings, and start again. ${OTHER_WAYS}`
  );
}
