import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { archiveOf, usableArchive } from '../../../src/local/class-archive.ts';
import { installJars } from '../../../src/local/install.ts';
import { findJava } from '../../../src/local/java.ts';
import { jvmOptions } from '../../../src/local/jvm-options.ts';
import { launchNeo4j } from '../../../src/local/launch.ts';
import { trainClassArchive } from '../../../src/local/train.ts';
import { ownCache } from './jar-cache.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { LIMIT } from './time-limits.ts';

afterEach(() => vi.unstubAllEnvs());

test('Java starts with our options although the archive is no archive', async () => {
  const path = join(temporaryFolder(), 'classes.jsa');
  writeFileSync(path, 'nonsense'.repeat(1_000));
  const { command } = await findJava();
  for (const profile of ['serving', 'testing'] as const) {
    const java = spawnSync(command, [...jvmOptions(profile, path), '-version']);
    expect(java.status, String(java.stderr)).toBe(0);
  }
});

test(
  'a trained archive is mapped into the next start, and one with a flipped bit is not used',
  async () => {
    await ownCache();
    const java = await findJava();
    const jars = await installJars(() => {});
    expect(await trainClassArchive(java, jars, new AbortController().signal)).toBe(true);
    const archive = await archiveOf(java, jars);
    expect(await usableArchive(archive)).toBe(archive.path);

    const neo4j = await launchNeo4j({ home: temporaryFolder(), profile: 'serving' });
    if (process.platform === 'linux') {
      expect(readFileSync(`/proc/${neo4j.pid}/maps`, 'utf8')).toContain(archive.path);
    }
    await neo4j.stop();

    const bytes = readFileSync(archive.path);
    bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1);
    writeFileSync(archive.sumPath, createHash('sha256').update(bytes).digest('hex'));
    expect(await usableArchive(archive)).toBeNull();
  },
  LIMIT.twoStarts,
);
