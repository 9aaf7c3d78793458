import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type LocalNeo4j, launchNeo4j } from '../../../src/local/launch.ts';
import { startOf } from '../../../src/local/process-table.ts';
import { goneWithin, startChild } from './child.ts';
import { cypher } from './cypher.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { LIMIT } from './time-limits.ts';

test(
  'data and password outlive a stop, a stop takes under 4 s, and a lost password file is said',
  async () => {
    const home = temporaryFolder();
    const first = await launchNeo4j({ home, profile: 'testing' });
    await cypher(first, "CREATE (:Kept {name: 'kept'})");
    const before = performance.now();
    await first.stop();
    expect(performance.now() - before).toBeLessThan(4_000);
    expect(startOf(first.pid)).toBeNull();

    const second = await launchNeo4j({ home, profile: 'testing' });
    expect(second.password).toBe(first.password);
    expect(await cypher(second, 'MATCH (n:Kept) RETURN n.name AS name')).toEqual([
      { name: 'kept' },
    ]);
    await second.stop();

    rmSync(join(home, 'neo4j', 'password'));
    await expect(launchNeo4j({ home, profile: 'testing' })).rejects.toThrow(
      /password file .* is gone/,
    );
  },
  LIMIT.twoStarts,
);

test(
  'kill -9 of the parent and its group ends Neo4j and loses nothing; Ctrl-C stops it cleanly',
  async () => {
    const home = temporaryFolder();
    const first = await startChild<LocalNeo4j>('child-launch.ts', home);
    await cypher(first.answer, 'CREATE (:Kept)');
    process.kill(-first.pid, 'SIGKILL');
    expect(await goneWithin(LIMIT.gone, first.answer.pid)).toBe(true);

    const second = await startChild<LocalNeo4j>('child-launch.ts', home);
    expect(await cypher(second.answer, 'MATCH (n:Kept) RETURN count(*) AS n')).toEqual([{ n: 1 }]);
    // What a terminal does: the signal goes to the whole foreground group.
    process.kill(-second.pid, 'SIGINT');
    const [code] = await once(second.process, 'exit');
    expect(code).toBe(0);
    expect(startOf(second.answer.pid)).toBeNull();
  },
  LIMIT.twoStarts,
);

test(
  'a Neo4j whose parent and guardian were both killed is ended by the next start on its folder',
  async () => {
    const home = temporaryFolder();
    const child = await startChild<LocalNeo4j>('child-launch.ts', home);
    await cypher(child.answer, 'CREATE (:Kept)');
    const { stdout } = spawnSync('ps', ['-o', 'ppid=', '-p', String(child.answer.pid)]);
    const guardian = Number(String(stdout));
    process.kill(child.pid, 'SIGSTOP');
    process.kill(guardian, 'SIGKILL');
    process.kill(child.pid, 'SIGKILL');

    const next = await launchNeo4j({ home, profile: 'testing' });
    expect(startOf(child.answer.pid)).toBeNull();
    expect(await cypher(next, 'MATCH (n:Kept) RETURN count(*) AS n')).toEqual([{ n: 1 }]);
    await next.stop();
  },
  LIMIT.twoStarts,
);
