import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

export const NEO4J_VERSION = '5.26.30';

/**
 * Jars and class archives, shared by every checkout and by the tests. CLAIMGRAPH_CACHE moves it;
 * the version stays in the path, so that two versions of this server do not undo each other.
 */
export function cacheFolder(): string {
  const root =
    process.env.CLAIMGRAPH_CACHE ||
    join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'claimgraph');
  return resolve(root, `neo4j-${NEO4J_VERSION}`);
}
