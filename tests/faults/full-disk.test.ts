import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { GraphClient, type GraphConnection, importLimits } from '../../src/graph/client.ts';
import { launchNeo4j } from '../../src/local/launch.ts';
import { contentOf, ndjson } from '../integration/import/support/empty-graph.ts';
import { startImport, startLimitedImport } from '../support/command-process.ts';
import { manyClaims } from './support/many-claims.ts';

/**
 * Files may not grow beyond a size, for a process and all that it starts, which needs no rights to
 * mount anything: writing then fails as on a full disk, with another number.
 */
const inBlocksOf512 = { neo4j: 2_500, importer: 100 };
const limited = (blocks: number) => ['-c', `ulimit -f ${blocks}; exec "$@"`, 'sh'];

let home: string;
let path: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'claimgraph-full-'));
  path = join(home, 'rivals.ndjson');
  await writeFile(path, ndjson(manyClaims('rivals', 900)));
});
afterAll(() => rm(home, { recursive: true, force: true }));

const environmentOf = ({ uri, username, password }: GraphConnection): NodeJS.ProcessEnv => ({
  ...{ ...process.env, TMPDIR: home },
  ...{ NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password },
});

/** A Neo4j whose files may not grow beyond some size. */
async function launchLimited() {
  const launch = ['--import', 'tsx', 'tests/integration/local/child-launch.ts', home];
  const child = spawn('sh', [...limited(inBlocksOf512.neo4j), process.execPath, ...launch], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const exited = once(child, 'exit');
  const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), exited]);
  const connection = JSON.parse(String(line)) as GraphConnection;
  return { connection, stop: async () => child.kill('SIGINT') && (await exited) };
}

test('an import into a full disk says so, and once there is room the same import ends like one that had it', async () => {
  const full = await launchLimited();
  for (const _ of ['while it runs full', 'after that']) {
    const { code, err } = await startImport(environmentOf(full.connection), path).ended;
    expect(code, err).toBe(2);
    expect(err).toMatch(/Neo4j could not write and must be started again\. .* disk is full/);
    expect(err).not.toMatch(/bolt:|127\.0\.0\.1|^ +at /m);
  }
  await full.stop();

  const roomy = await launchNeo4j({ home, profile: 'testing' });
  const client = new GraphClient(roomy, importLimits);
  try {
    expect(await contentOf(client)).not.toEqual([]);
    expect(await startImport(environmentOf(roomy), path).ended).toMatchObject({ code: 0 });
    const ended = await contentOf(client);
    await client.define([
      { text: 'MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS', parameters: {} },
    ]);
    expect(await startImport(environmentOf(roomy), path).ended).toMatchObject({ code: 0 });
    expect(await contentOf(client)).toEqual(ended);

    const before = await contentOf(client);
    const short = await startLimitedImport(environmentOf(roomy), inBlocksOf512.importer, path)
      .ended;
    expect(short.err).toMatch(/no room for temporary files, .* set TMPDIR/);
    expect(short.err).not.toMatch(/^ +at /m);
    expect(short.code).toBe(2);
    expect(await contentOf(client)).toEqual(before);
    expect((await readdir(home)).filter((name) => name.startsWith('claimgraph-import-'))).toEqual(
      [],
    );
  } finally {
    await client.close();
    await roomy.stop();
  }
});
