import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { contentOf, ndjson } from '../integration/import/support/empty-graph.ts';
import { startImport } from '../support/command-process.ts';
import { endLease } from './support/lease.ts';
import { manyClaims } from './support/many-claims.ts';
import { useMortalNeo4j } from './support/mortal-neo4j.ts';
import { faultRuns, seeded } from './support/seeded.ts';
import { nodesWritten } from './support/written.ts';

const neo4j = useMortalNeo4j();
const run = (path: string) => startImport(neo4j.environment, path);

/** One clean run: its input, how many milliseconds it took, and what it left. */
let path: string;
let milliseconds: number;
let expected: string[];
beforeAll(async () => {
  path = await neo4j.file(ndjson(manyClaims('rivals', 300)), 'rivals.ndjson');
  const begun = performance.now();
  expect(await run(path).ended).toMatchObject({ code: 0 });
  milliseconds = performance.now() - begun;
  expected = await contentOf(neo4j.client);
});

test('an importer killed at random moments, run again, ends like one that was not', async () => {
  const random = seeded(2_026);
  for (let times = faultRuns(3); times > 0; times--) {
    await neo4j.clear();
    const share = random();
    const { child, ended } = run(path);
    await pause(share * milliseconds);
    child.kill('SIGKILL');
    await ended;
    await endLease(neo4j.client);
    expect(await run(path).ended).toMatchObject({ code: 0 });
    expect(await contentOf(neo4j.client), `killed at ${share}`).toEqual(expected);
  }
});

test('an import during which Neo4j is killed and comes back, run again, ends like one that had no trouble', async () => {
  const random = seeded(526);
  for (let times = faultRuns(1); times > 0; times--) {
    await neo4j.clear();
    const share = random() / 2;
    const { ended } = run(path);
    while ((await nodesWritten(neo4j.client)) === 0) await pause(20);
    await pause(share * milliseconds);
    await neo4j.kill();
    await neo4j.restart();
    const { code, err } = await ended;
    // It tries again for half a minute, which a restart may take longer than.
    expect([0, 2], err).toContain(code);
    expect(err).not.toMatch(/bolt:|127\.0\.0\.1|^ +at /m);
    if (code === 0) expect(await contentOf(neo4j.client), `killed at ${share}`).toEqual(expected);
    expect(await run(path).ended).toMatchObject({ code: 0 });
    expect(await contentOf(neo4j.client), `killed at ${share}`).toEqual(expected);
  }
});
