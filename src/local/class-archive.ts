import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import type { Jars } from './install.ts';
import type { Java } from './java.ts';
import { sha256Of } from './lock.ts';

export interface ClassArchive {
  path: string;
  /** Beside the archive: its SHA-256. The archive holds code, so that it is verified like a jar. */
  sumPath: string;
}

/**
 * Where the class data of this Java and these jars belong. Java refuses an archive made by another
 * build or of jars with other times or sizes; each such change gets a name of its own.
 */
export async function archiveOf(java: Java, jars: Jars): Promise<ClassArchive> {
  const key = createHash('sha256').update(java.version).update(jars.folder);
  for (const name of jars.names) {
    const { size, mtimeMs } = await stat(join(jars.folder, name));
    key.update(`\n${name} ${size} ${Math.trunc(mtimeMs)}`);
  }
  const path = join(cacheFolder(), `classes-${key.digest('hex').slice(0, 16)}.jsa`);
  return { path, sumPath: `${path}.sha256` };
}

/** The archive's path if it is there and whole, else null. */
export async function usableArchive({ path, sumPath }: ClassArchive): Promise<string | null> {
  const [found, expected] = await Promise.all([sha256Of(path), readSum(sumPath)]);
  return found !== null && found === expected ? path : null;
}

async function readSum(path: string): Promise<string | null> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
