import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ConfigError } from '../../../src/errors.ts';
import { type LocalNeo4j, launchNeo4j } from '../../../src/local/launch.ts';
import { cypher } from './cypher.ts';
import { LIMIT } from './time-limits.ts';

// 10^10 rows: minutes.
const ENDLESS = `UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b
  WITH a, b WHERE a * b = -1 RETURN count(*) AS n`;

const home = mkdtempSync(join(tmpdir(), 'claimgraph-local-'));
let server: LocalNeo4j;

beforeAll(async () => {
  server = await launchNeo4j({ home, profile: 'testing' });
}, LIMIT.start);

afterAll(async () => {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
}, LIMIT.start);

test('a second start on the same folder is refused with the pid of the first, which goes on', async () => {
  const error = await launchNeo4j({ home, profile: 'testing' }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ConfigError);
  expect((error as ConfigError).message).toContain(`Process ${process.pid} already runs`);
  expect(await cypher(server, 'RETURN 1 AS n')).toEqual([{ n: 1 }]);
});

test('Neo4j Browser answers at its URL, and keeps its answers from other origins', async () => {
  const response = await fetch(server.browserUrl);
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('<title>Neo4j Browser</title>');
  expect(response.headers.get('access-control-allow-origin')).not.toBe('*');
});

test('discovery names the Bolt port that is in use', async () => {
  const response = await fetch(new URL('/', server.browserUrl), {
    headers: { accept: 'application/json' },
  });
  expect(await response.json()).toMatchObject({ bolt_direct: server.uri });
});

test('no wrong password logs in, the default one included, and none locks the right one out', async () => {
  for (const password of ['neo4j', '', 'password', 'neo4j', 'neo4j']) {
    await expect(cypher({ ...server, password }, 'RETURN 1')).rejects.toMatchObject({
      code: 'Neo.ClientError.Security.Unauthorized',
    });
  }
  expect(await cypher(server, 'RETURN 1 AS n')).toEqual([{ n: 1 }]);
});

test('the password is readable by its owner only, and in no argument or variable of Neo4j', () => {
  const folder = join(home, 'neo4j');
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  for (const file of ['password', join('data', 'dbms', 'auth.ini')]) {
    expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
  }
  if (process.platform !== 'linux') return;
  for (const file of ['cmdline', 'environ']) {
    expect(readFileSync(`/proc/${server.pid}/${file}`, 'utf8')).not.toContain(server.password);
  }
});

test('nothing listens outside the loopback interface', async () => {
  const outside = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4');
  for (const { address } of outside) {
    for (const url of [server.uri, server.browserUrl]) {
      const socket = connect(Number(new URL(url).port), address);
      const event = await new Promise((resolve) => {
        socket.once('connect', () => resolve('connected'));
        socket.once('error', () => resolve('refused'));
      });
      socket.destroy();
      expect(event).toBe('refused');
    }
  }
});

test('LOAD CSV reads a file of the import folder and none outside', async () => {
  writeFileSync(join(home, 'neo4j', 'import', 'inside.csv'), 'a,b\n');
  writeFileSync(join(home, 'outside.csv'), 'secret\n');
  const load = (url: string) => cypher(server, `LOAD CSV FROM '${url}' AS row RETURN row`);
  expect(await load('file:///inside.csv')).toEqual([{ row: ['a', 'b'] }]);
  for (const url of [
    `file://${join(home, 'outside.csv')}`,
    'file:///../password',
    'file:///../../outside.csv',
  ]) {
    await expect(load(url)).rejects.toMatchObject({
      code: 'Neo.ClientError.Statement.ExternalResourceFailed',
    });
  }
});

test('the limits that Neo4j leaves off are on', async () => {
  const rows = await cypher(
    server,
    `SHOW SETTINGS 'db.transaction.timeout', 'db.lock.acquisition.timeout',
       'db.memory.transaction.max', 'dbms.security.auth_enabled', 'dbms.usage_report.enabled'
     YIELD name, value RETURN name, value`,
  );
  expect(Object.fromEntries(rows.map(({ name, value }) => [name, value]))).toEqual({
    'db.transaction.timeout': '1m',
    'db.lock.acquisition.timeout': '5s',
    'db.memory.transaction.max': '256.00MiB',
    'dbms.security.auth_enabled': 'true',
    'dbms.usage_report.enabled': 'false',
  });
});

test(
  "a query ends within half a second of the client's timeout",
  async () => {
    const before = performance.now();
    await expect(cypher(server, ENDLESS, 1_500)).rejects.toMatchObject({
      code: 'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration',
    });
    expect(performance.now() - before).toBeLessThan(2_000);
  },
  LIMIT.start,
);

test(
  'a query that wants more memory than a transaction may have is refused, and the next one runs',
  async () => {
    await expect(
      cypher(server, 'UNWIND range(1, 30000000) AS i RETURN collect(toString(i)) AS all', 60_000),
    ).rejects.toMatchObject({
      code: 'Neo.TransientError.General.MemoryPoolOutOfMemoryError',
    });
    expect(await cypher(server, 'RETURN 1 AS n')).toEqual([{ n: 1 }]);
  },
  LIMIT.start,
);

test.each([
  ['standard-folding', 'Nürburgring', 'nurburgring'],
  ['german', 'die schnellen Autos', 'schnelle'],
  ['english', 'running cars', 'run car'],
])(
  'a full-text index with the %s analyzer finds %s by %s',
  async (analyzer, text, query) => {
    const label = analyzer.replace('-', '');
    await cypher(
      server,
      `CREATE FULLTEXT INDEX ${label} FOR (n:${label}) ON EACH [n.text]
     OPTIONS {indexConfig: {\`fulltext.analyzer\`: '${analyzer}'}}`,
    );
    await cypher(server, `CREATE (:${label} {text: '${text}'})`);
    const rows = await cypher(
      server,
      `CALL db.awaitIndexes(30) CALL db.index.fulltext.queryNodes('${label}', '${query}')
     YIELD node RETURN node.text AS text`,
    );
    expect(rows).toEqual([{ text }]);
  },
  LIMIT.start,
);
