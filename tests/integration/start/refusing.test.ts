import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type LocalNeo4j, launchNeo4j } from '../../../src/local/launch.ts';
import { jvmsOf } from '../../support/running-processes.ts';
import { runServerProcess, temporaryHome } from '../../support/server-process.ts';

/** Stands for somebody else's database. */
let remote: LocalNeo4j;
const remoteHome = temporaryHome();

beforeAll(async () => {
  remote = await launchNeo4j({ home: remoteHome.home, profile: 'testing' });
});

afterAll(async () => {
  await remote?.stop();
  remoteHome.remove();
});

/** Problems that a start ends with: nothing else is said, and nothing stays behind. */
async function problemsOf(environment: Record<string, string>): Promise<string[]> {
  const { home, remove } = temporaryHome();
  onTestFinished(remove);
  const end = await runServerProcess({ CLAIMGRAPH_HOME: home, ...environment });
  expect(end.code).toBe(1);
  expect(end.stdout).toBe('');
  expect(end.stderr).not.toMatch(/^\s+at /m);
  const [before = '', problems = 'nothing'] = end.stderr.split('Claimgraph cannot start.\n');
  expect(before).toMatch(/^((Starting Neo4j|Loading the dataset: \w+)\n)*$/);
  expect(problems).toMatch(/^(- .+\n)+$/);
  expect(jvmsOf(home)).toEqual([]);
  return problems.trim().split('\n');
}

/** Listens on a free port until the end of the test. */
async function takenPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

const reachable = () => ({
  NEO4J_URI: remote.uri,
  NEO4J_USERNAME: remote.username,
  NEO4J_PASSWORD: remote.password,
});

test('broken values are all named at once, and no password among them', async () => {
  const problems = await problemsOf({
    PORT: '70000',
    NEO4J_URI: 'http://localhost:7474',
    NEO4J_PASSWORD: 'hunter2',
    NEO4J_BOLT_PORT: 'bolt',
    LOG_LEVEL: 'loud',
  });
  expect(problems.map((problem) => problem.split('=')[0])).toEqual([
    '- PORT',
    '- NEO4J_URI',
    '- NEO4J_BOLT_PORT',
    '- LOG_LEVEL',
  ]);
  expect(problems.join()).not.toContain('hunter2');
});

test('values that contradict each other are named', async () => {
  const problems = await problemsOf({
    NEO4J_PASSWORD: 'hunter2',
    NEO4J_BOLT_PORT: '7999',
    NEO4J_HTTP_PORT: '7999',
  });
  expect(problems).toHaveLength(2);
  expect(problems[0]).toContain('without NEO4J_URI');
  expect(problems[1]).toContain('are the same');
});

test('without Java one message says how to get it, and the other ways', async () => {
  const { home: empty, remove } = temporaryHome();
  onTestFinished(remove);
  const problems = await problemsOf({ PATH: empty, JAVA_HOME: '' });
  expect(problems).toHaveLength(1);
  for (const part of ['on the PATH', 'apt install', 'docker compose up', 'NEO4J_URI']) {
    expect(problems[0]).toContain(part);
  }
});

test('a Bolt port that was asked for and is taken is named', async () => {
  const port = await takenPort();
  const problems = await problemsOf({ NEO4J_BOLT_PORT: String(port) });
  expect(problems).toEqual([expect.stringContaining(String(port))]);
});

test('a wrong password is said to be wrong, and not shown', async () => {
  const problems = await problemsOf({ ...reachable(), NEO4J_PASSWORD: 'hunter2' });
  expect(problems).toEqual([expect.stringContaining('check NEO4J_USERNAME and NEO4J_PASSWORD')]);
  expect(problems.join()).not.toContain('hunter2');
});

test('a taken PORT is named, with HOST', async () => {
  const port = await takenPort();
  const problems = await problemsOf({ ...reachable(), PORT: String(port) });
  expect(problems).toEqual([expect.stringContaining(`PORT=${port} on HOST=127.0.0.1 is in use`)]);
});
