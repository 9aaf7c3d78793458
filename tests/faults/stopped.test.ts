import { readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { contentOf, ndjson } from '../integration/import/support/empty-graph.ts';
import { type CommandProcess, startImport } from '../support/command-process.ts';
import { manyClaims } from './support/many-claims.ts';
import { useMortalNeo4j } from './support/mortal-neo4j.ts';
import { nodesWritten } from './support/written.ts';

const neo4j = useMortalNeo4j();
const run = (...args: string[]) => startImport(neo4j.environment, ...args);

const hasWritten = async () => {
  while ((await nodesWritten(neo4j.client)) === 0) await pause(20);
};

/** What imports keep beside their input while they run, as the environment of these tests has it. */
async function temporaryFiles(path: string): Promise<string[]> {
  const names = await readdir(dirname(path));
  return names.filter((name) => name.startsWith('claimgraph-import-'));
}

/** Until some words of it are on standard error. */
function said({ child }: CommandProcess, words: string): Promise<void> {
  let seen = '';
  return new Promise((resolve) => {
    child.stderr?.on('data', (chunk) => {
      seen += chunk;
      if (seen.includes(words)) resolve();
    });
  });
}

test.each([
  ['SIGTERM', 143],
  ['SIGINT', 130],
] as const)(
  '%s ends an import between two batches, leaves no lease and no file, and the next run does the rest',
  async (signal, exitCode) => {
    const path = await neo4j.file(ndjson(manyClaims('rivals', 300)), 'rivals.ndjson');
    await neo4j.clear();
    const stopped = run(path);
    await hasWritten();
    stopped.child.kill(signal);
    const { code, out, err } = await stopped.ended;
    expect({ code, out }).toEqual({ code: exitCode, out: '' });
    expect(err).toContain(
      `Stopped by ${signal}. What is written is whole in itself; the same command does the rest.`,
    );
    expect(await temporaryFiles(path)).toEqual([]);
    const half = await contentOf(neo4j.client);
    expect(half.filter((row) => row.includes('ImportLease'))).toEqual([]);

    const { code: again, err: waited } = await run(path).ended;
    expect(again).toBe(0);
    expect(waited).not.toContain('Another import is under way');
    const ended = await contentOf(neo4j.client);
    expect(half.length).toBeLessThan(ended.length);
    await neo4j.clear();
    await run(path).ended;
    expect(ended).toEqual(await contentOf(neo4j.client));
  },
);

test('an import that waits, for another or for its input, ends when it is told to', async () => {
  await neo4j.clear();
  const path = await neo4j.file(ndjson(manyClaims('rivals', 300)), 'rivals.ndjson');
  const lease =
    'CREATE (:ImportLease {key: "import", until: datetime.realtime() + duration("PT1H")})';
  await neo4j.client.define([{ text: lease, parameters: {} }]);
  const waiting = run(path);
  await said(waiting, 'Another import is under way');
  waiting.child.kill('SIGTERM');
  expect(await waiting.ended).toMatchObject({ code: 143 });
  await neo4j.clear();

  const reading = run('-', '--dataset', 'rivals', '--json');
  reading.child.stdin?.write('{"kind":"entity","key":"x","type":"Person","nameEn":"X"}\n');
  while ((await temporaryFiles(path)).length === 0) await pause(20);
  reading.child.kill('SIGTERM');
  expect(await reading.ended).toMatchObject({ code: 143, out: '' });
  expect(await temporaryFiles(path)).toEqual([]);
});
