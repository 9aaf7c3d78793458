import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { installJars } from './install.ts';
import { findJava } from './java.ts';
import { unusualPorts } from './ports.ts';
import type { StartProgress } from './ready.ts';
import { boltUri, startServer } from './start-server.ts';

const prefix = 'draft-';
const before = 'data-before-draft';

/** Removes drafts, also those of processes that were killed. Only for the holder of the folder's lock. */
export async function clearDrafts(folder: string): Promise<void> {
  const [data, aside] = [join(folder, 'data'), join(folder, before)];
  if (existsSync(aside) && !existsSync(data)) await rename(aside, data);
  for (const name of await readdir(folder)) {
    if (!name.startsWith(prefix) && name !== before) continue;
    await rm(join(folder, name), { recursive: true, force: true });
  }
}

/** A folder of a Neo4j, inside another's, to be filled and moved in whole: its users without its graph. */
export async function newDraft(folder: string): Promise<string> {
  const draft = await mkdtemp(join(folder, prefix));
  for (const name of ['password', 'data']) {
    const from = join(folder, name);
    const filter = (path: string) =>
      !/^(databases|transactions)\/neo4j$/.test(relative(from, path));
    if (existsSync(from)) await cp(from, join(draft, name), { recursive: true, filter });
  }
  return draft;
}

/** What the draft holds is what the folder holds from now on. */
export async function adoptDraft(draft: string, folder: string): Promise<void> {
  const [data, aside] = [join(folder, 'data'), join(folder, before)];
  // Without data, a password is only one that will be.
  await rename(join(draft, 'password'), join(folder, 'password'));
  if (existsSync(data)) await rename(data, aside);
  await rename(join(draft, 'data'), data);
  await rm(aside, { recursive: true, force: true });
}

/** Whether a folder has ever had a graph. */
export function hasGraph(folder: string): boolean {
  return existsSync(join(folder, 'data', 'databases', 'neo4j'));
}

/** Runs Neo4j on a folder while work goes on. Only for the holder of its lock. */
export async function withStarted<Result>(
  folder: string,
  onProgress: (progress: StartProgress) => void,
  work: (connection: { uri: string; username: string; password: string }) => Promise<Result>,
): Promise<Result> {
  await mkdir(folder, { recursive: true });
  const [java, jars] = [await findJava(), await installJars(onProgress)];
  const { bolt, http } = await unusualPorts();
  const wanted = { boltPort: bolt, httpPort: http, profile: 'serving' } as const;
  const started = await startServer({ folder, java, jars, onProgress, ...wanted });
  try {
    const { ports, password } = started;
    return await work({ uri: boltUri(ports), username: 'neo4j', password });
  } finally {
    started.server.end();
    await started.server.exited;
  }
}
