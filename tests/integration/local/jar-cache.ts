import { chmodSync, linkSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { vi } from 'vitest';
import { cacheFolder, NEO4J_VERSION } from '../../../src/local/cache-folder.ts';
import { installJars } from '../../../src/local/install.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface JarCache {
  /** The value of CLAIMGRAPH_CACHE. */
  root: string;
  /** Where the jars are. */
  jars: string;
}

/** A cache of the test's own, filled with hard links: no bytes are copied, 20 ms. */
export async function ownCache(): Promise<JarCache> {
  const { folder } = await installJars(() => {});
  const cache = emptyCache();
  for (const name of readdirSync(folder)) linkSync(join(folder, name), join(cache.jars, name));
  return cache;
}

export function emptyCache(): JarCache {
  const source = cacheFolder();
  const root = temporaryFolder();
  const jars = join(root, `neo4j-${NEO4J_VERSION}`, 'jars');
  mkdirSync(jars, { recursive: true });
  vi.stubEnv('CLAIMGRAPH_CACHE', root);
  vi.stubEnv('FULL_CACHE', source);
  return { root, jars };
}

/** Replaces the file instead of writing into it: its bytes belong to the real cache too. */
export function breakJar({ jars }: JarCache, name: string, content = 'not a jar'): void {
  rmSync(join(jars, name));
  writeFileSync(join(jars, name), content);
}

/** Puts a shell script in front of Maven on the PATH. $FULL_CACHE/jars holds every jar. */
export function replaceMaven(script: string): void {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'mvn'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, 'mvn'), 0o755);
  vi.stubEnv('PATH', folder + delimiter + process.env.PATH);
}

/** In a Maven script: the folder it is asked to fill. */
export const OUTPUT_FOLDER = `$(printf '%s\\n' "$@" | sed -n 's/^-DoutputDirectory=//p')`;
