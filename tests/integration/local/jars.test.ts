import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { ConfigError } from '../../../src/errors.ts';
import { installJars } from '../../../src/local/install.ts';
import { launchNeo4j } from '../../../src/local/launch.ts';
import { brokenJars, readJarList } from '../../../src/local/lock.ts';
import { startChild } from './child.ts';
import { breakJar, emptyCache, OUTPUT_FOLDER, ownCache, replaceMaven } from './jar-cache.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { LIMIT } from './time-limits.ts';

const BOLT = 'neo4j-bolt-5.26.30.jar';
const KERNEL = 'neo4j-kernel-5.26.30.jar';
const SERVER = 'neo4j-server-5.26.30.jar';

/** A Maven that copies from the full cache and says in $CALLS that it was called. */
const QUICK_MAVEN = `echo called >>"$CALLS"; mkdir -p "${OUTPUT_FOLDER}"
sleep 0.5; cp "$FULL_CACHE"/jars/* "${OUTPUT_FOLDER}"`;

afterEach(() => vi.unstubAllEnvs());

test(
  'a changed, a cut and a missing jar are all repaired, and a strange jar is not run',
  async () => {
    const cache = await ownCache();
    breakJar(cache, BOLT);
    const whole = readFileSync(join(cache.jars, KERNEL));
    breakJar(cache, KERNEL, whole.toString('latin1'));
    truncateSync(join(cache.jars, KERNEL), whole.length - 1);
    rmSync(join(cache.jars, SERVER));
    writeFileSync(join(cache.jars, 'aaa-strange.jar'), '');

    const list = await readJarList();
    expect(await brokenJars(cache.jars, list)).toEqual([BOLT, KERNEL, SERVER]);
    const { classPath } = await installJars(() => {});
    expect(await brokenJars(cache.jars, list)).toEqual([]);
    expect(classPath).not.toContain('strange');
  },
  LIMIT.fetch,
);

test(
  'a jar that is broken in the Maven repository too is fetched into an empty one',
  async () => {
    const cache = await ownCache();
    breakJar(cache, BOLT);
    vi.stubEnv('CALLS', join(cache.root, 'calls'));
    replaceMaven(`${QUICK_MAVEN}
    case "$*" in *maven.repo.local*) ;; *) echo broken >>"${OUTPUT_FOLDER}/${BOLT}" ;; esac`);
    await installJars(() => {});
    expect(readFileSync(join(cache.root, 'calls'), 'utf8')).toBe('called\ncalled\n');
    expect(await brokenJars(cache.jars, await readJarList())).toEqual([]);
  },
  LIMIT.fetch,
);

test.each([
  ['cannot be fetched', 'echo "[ERROR] no network"; exit 1', 'no network'],
  [
    'comes broken every time',
    `mkdir -p "${OUTPUT_FOLDER}"; echo x >"${OUTPUT_FOLDER}/${BOLT}"`,
    'differs',
  ],
])(
  'a broken jar that %s is one error with its name and folder, and nothing is run',
  async (_, script, why) => {
    const cache = await ownCache();
    breakJar(cache, BOLT);
    replaceMaven(script);
    const home = temporaryFolder();
    const error = await launchNeo4j({ home, profile: 'testing' }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(ConfigError);
    const { problems } = error as ConfigError;
    expect(problems).toHaveLength(1);
    for (const part of [BOLT, cache.jars, why, 'NEO4J_URI']) expect(problems[0]).toContain(part);
    expect(existsSync(join(cache.jars, BOLT))).toBe(false);
    expect(existsSync(join(home, 'neo4j', 'logs'))).toBe(false);
  },
);

test(
  'two first starts at once fetch once and both have every jar',
  async () => {
    const cache = emptyCache();
    replaceMaven(QUICK_MAVEN);
    const calls = join(cache.root, 'calls');
    vi.stubEnv('CALLS', calls);
    const both = await Promise.all([
      startChild<number>('child-install.ts'),
      startChild<number>('child-install.ts'),
    ]);
    const list = await readJarList();
    expect(both.map(({ answer }) => answer)).toEqual([list.size, list.size]);
    expect(await brokenJars(cache.jars, list)).toEqual([]);
    expect(readFileSync(calls, 'utf8')).toBe('called\n');
  },
  LIMIT.start,
);

test('the fetch counts up to every listed jar, and leaves no staging folder', async () => {
  const cache = emptyCache();
  replaceMaven(`${QUICK_MAVEN}
    for jar in "$FULL_CACHE"/jars/*; do echo "[INFO] Copying \${jar##*/} to somewhere"; done`);
  vi.stubEnv('CALLS', '/dev/null');
  const seen: number[] = [];
  const { names } = await installJars(({ done, total }) => {
    expect(total).toBe(194);
    seen.push(done);
  });
  expect(seen[0]).toBe(0);
  expect(seen.at(-1)).toBe(names.length);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(readdirSync(join(cache.jars, '..')).filter((name) => name.startsWith('staging'))).toEqual(
    [],
  );
});
