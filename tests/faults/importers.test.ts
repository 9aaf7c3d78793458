import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { contentOf, type Line, ndjson } from '../integration/import/support/empty-graph.ts';
import { startImport } from '../support/command-process.ts';
import { manyClaims } from './support/many-claims.ts';
import { useMortalNeo4j } from './support/mortal-neo4j.ts';
import { faultRuns, seeded } from './support/seeded.ts';
import { keysWithCopies, nodesWritten } from './support/written.ts';

const neo4j = useMortalNeo4j();
const run = (...args: string[]) => startImport(neo4j.environment, ...args);

/** A dataset that says something of its own about what every other describes as well. */
const meeting = (dataset: string): Line[] => [
  ...manyClaims(dataset, 40),
  { kind: 'entity', key: 'acme', type: 'Company', nameEn: `Acme in ${dataset}` },
  { kind: 'relation', type: 'COMPETES_WITH', from: 'acme', to: `${dataset}-c0` },
];

test.each([
  [2, ['alpha', 'alpha']],
  [4, ['alpha', 'beta', 'alpha', 'gamma']],
])(
  '%i importers at once, of same and of different files, end as one after the other',
  async (_, keys) => {
    await neo4j.clear();
    const paths = await Promise.all(
      keys.map((key) => neo4j.file(ndjson(meeting(key)), `${key}.ndjson`)),
    );
    const ended = await Promise.all(paths.map((path) => run(path).ended));
    for (const { code, err } of ended) expect(code, err).toBe(0);
    const together = await contentOf(neo4j.client);
    await neo4j.clear();
    expect(await run(...new Set(paths)).ended).toMatchObject({ code: 0 });
    expect(together).toEqual(await contentOf(neo4j.client));
  },
);

test('an importer whose clock runs backwards, from ten years ago, makes the same graph', async () => {
  const path = await neo4j.file(ndjson(meeting('alpha')), 'alpha.ndjson');
  await neo4j.clear();
  expect(await run(path).ended).toMatchObject({ code: 0 });
  const expected = await contentOf(neo4j.client);
  await neo4j.clear();
  const backwards = 'const now = Date.now(); let i = 0; Date.now = () => now - 3e11 - 1e4 * i++;';
  const environment = {
    ...neo4j.environment,
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(backwards)}`,
  };
  expect(await startImport(environment, path).ended).toMatchObject({ code: 0 });
  expect(await contentOf(neo4j.client)).toEqual(expected);
});

const writers = 8;
const linesEach = 60;

test('of eight writers, of which some are killed, and Neo4j as well, every line that is reported as loaded is there once', async () => {
  await neo4j.clear();
  const random = seeded(8);
  const key = (writer: number, line: number) => `w${writer}-${line}`;
  const attempts = Array.from({ length: writers }, async (_, writer) => {
    const lines = Array.from(
      { length: linesEach },
      (_, line): Line => ({
        ...{ kind: 'entity', key: key(writer, line), type: 'Company', nameEn: `W ${line}` },
      }),
    );
    const path = await neo4j.file(ndjson(lines), `w${writer}.ndjson`);
    return { writer, path, process: run(path, '--json') };
  });
  const running = await Promise.all(attempts);
  const ended = running.map(async ({ writer, path, process }) => {
    let { code, out, err } = await process.ended;
    // 2 is for a Neo4j that was away; null for one that was killed, which nobody starts again.
    while (code === 2) ({ code, out, err } = await run(path, '--json').ended);
    return { writer, code, err, loaded: code === 0 ? JSON.parse(out).created : 0 };
  });
  while ((await nodesWritten(neo4j.client)) === 0) await pause(20);
  for (let kills = Math.min(faultRuns(2), writers - 2); kills > 0; kills--) {
    running[Math.floor(random() * writers)]?.process.child.kill('SIGKILL');
    await pause(random() * 2_000);
  }
  await neo4j.kill();
  await neo4j.restart();
  const reported = await Promise.all(ended);
  for (const { code, err } of reported) expect([0, null], err).toContain(code);
  expect(reported.filter(({ loaded }) => loaded > 0).length).toBeGreaterThanOrEqual(2);

  const copies = await keysWithCopies(neo4j.client);
  expect(Object.values(copies).filter((count) => count !== 1)).toEqual([]);
  const missing = reported.flatMap(({ writer, loaded }) =>
    loaded === 0
      ? []
      : Array.from({ length: linesEach }, (_, line) => key(writer, line)).filter((k) => !copies[k]),
  );
  expect(missing).toEqual([]);
});
