import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { GraphClient, importLimits } from '../../../src/graph/client.ts';
import { cypher } from '../../../src/graph/cypher.ts';
import { launchNeo4j } from '../../../src/local/launch.ts';
import { startImport } from '../../support/command-process.ts';
import { contentOf, ndjson, useEmptyGraph, valuesOf } from './support/empty-graph.ts';
import { mixedClaims } from './support/mixed-claims.ts';

const bundled = fileURLToPath(new URL('../../../import/data', import.meta.url));
const online = useEmptyGraph();
const folder = await mkdtemp(join(tmpdir(), 'claimgraph-bulk-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const home = join(folder, 'home');
const environment = { ...process.env, CLAIMGRAPH_HOME: home, NEO4J_URI: '' };
const run = (...args: string[]) => startImport(environment, '--bulk', ...args);

const files = await Promise.all(
  mixedClaims().map(async (lines, index) => {
    const path = join(folder, `mixed-${index}.ndjson`);
    await writeFile(path, ndjson(lines));
    return path;
  }),
);
const input = [bundled, ...files];

function draftsOf(home: string): string[] {
  const folder = join(home, 'neo4j');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => name.startsWith('draft-'));
}

/** The number of the offline importer of the import that runs, once there is one. */
async function importerOf(ended: Promise<unknown>): Promise<number> {
  let over = false;
  void ended.then(() => {
    over = true;
  });
  for (;;) {
    const [draft = ''] = draftsOf(home);
    const file = join(home, 'neo4j', draft, 'offline-import.pid');
    const pid = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
    if (pid > 0) return pid;
    if (over) throw new Error('the import ended before the importer began');
    await pause(5);
  }
}

const changes = cypher`
MATCH (log:ChangeLog), (c:Change)
RETURN [log.sequence, c {.*, at: null, created: c.created}] AS row`;
const indexes = cypher`SHOW INDEXES YIELD name, state RETURN name + ' ' + state AS row ORDER BY row`;

async function launched<Result>(work: (client: GraphClient) => Promise<Result>): Promise<Result> {
  const neo4j = await launchNeo4j({ home, profile: 'testing' });
  const client = new GraphClient(neo4j, { ...importLimits, checkRows: true });
  try {
    return await work(client);
  } finally {
    await client.close();
    await neo4j.stop();
  }
}

test('a bulk import makes the graph and the report of an import online, also after it was killed', async () => {
  const writer = run(...input);
  const importer = await importerOf(writer.ended);
  writer.child.kill('SIGKILL');
  await writer.ended;
  while (existsSync(`/proc/${importer}`)) await pause(20);

  const orphaned = run(...input);
  process.kill(await importerOf(orphaned.ended), 'SIGKILL');
  const failed = await orphaned.ended;
  expect(failed.err).toContain('offline importer ended');
  expect(failed).toMatchObject({ code: 2, out: '' });

  const { code, out, err } = await run(...input, '--json').ended;
  expect(err).not.toMatch(/^ +at /m);
  expect(code).toBe(1);
  const rejects = await readFile(`${files.at(-1)}.rejects.ndjson`, 'utf8');
  const expected = await online.importPath(bundled, { paths: input, writeRejects: true });
  expect(expected.conflicts.length).toBeGreaterThan(4);
  expect(expected.rejected).toBe(3);
  expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(expected)));
  expect(await readFile(`${files.at(-1)}.rejects.ndjson`, 'utf8')).toBe(rejects);

  await launched(async (client) => {
    const [bulk, wanted] = [await contentOf(client), await online.content()];
    const missing = (all: string[], others: string[]) => all.filter((row) => !others.includes(row));
    expect(missing(bulk, wanted)).toEqual([]);
    expect(missing(wanted, bulk)).toEqual([]);
    expect(bulk.length).toBe(wanted.length);
    for (const query of [changes, indexes]) {
      expect(await valuesOf(client, query)).toEqual(await online.values(query));
    }
    const served = await run(...input).ended;
    expect(served).toMatchObject({ code: 2, out: '' });
    expect(served.err).toContain(`Process ${process.pid} runs the Neo4j of`);
  });

  const again = await run(...input).ended;
  expect(again).toMatchObject({ code: 2, out: '' });
  expect(again.err).toContain(`CLAIMGRAPH_HOME=${home} holds a graph`);
  expect(draftsOf(home)).toEqual([]);
  // Three starts of Neo4j and three of its importer: 52 s alone, 254 s beside others.
}, 600_000);

test('a bulk import is for a managed database, does no dry run, and writes nothing where it is strict', async () => {
  const elsewhere = { ...environment, NEO4J_URI: 'bolt://127.0.0.1:1', NEO4J_PASSWORD: 'x' };
  const away = await startImport(elsewhere, '--bulk', bundled).ended;
  expect(away).toMatchObject({ code: 2, err: expect.stringContaining('Unset NEO4J_URI') });
  expect((await run('--dry-run', bundled).ended).code).toBe(2);
});
