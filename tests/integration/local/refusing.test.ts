import { existsSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { ConfigError } from '../../../src/errors.ts';
import { launchNeo4j } from '../../../src/local/launch.ts';
import { choosePorts } from '../../../src/local/ports.ts';
import { emptyCache } from './jar-cache.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { LIMIT } from './time-limits.ts';

afterEach(() => vi.unstubAllEnvs());

/** Listens until the end of the test. Port 0: any free one. */
async function takePort(wanted = 0): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(wanted, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function refusal(promise: Promise<unknown>): Promise<ConfigError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ConfigError)) throw new Error('no ConfigError', { cause: error });
  return error;
}

test('a Bolt and an HTTP port that were asked for and are taken are one ConfigError naming both', async () => {
  const boltPort = await takePort();
  const httpPort = await takePort();
  const home = temporaryFolder();
  const error = await refusal(launchNeo4j({ home, boltPort, httpPort, profile: 'testing' }));
  expect(error.problems).toHaveLength(2);
  expect(error.message).toContain(String(boltPort));
  expect(error.message).toContain(String(httpPort));
  expect(existsSync(join(home, 'neo4j', 'neo4j.pid'))).toBe(false);
});

test('a taken port that nobody asked for is passed over', async () => {
  const { bolt } = await choosePorts({});
  await takePort(bolt);
  expect((await choosePorts({})).bolt).toBeGreaterThan(bolt);
});

test('without Java the error says how to install it and the other two ways', async () => {
  vi.stubEnv('JAVA_HOME', '');
  vi.stubEnv('PATH', temporaryFolder());
  const error = await refusal(launchNeo4j({ home: temporaryFolder(), profile: 'testing' }));
  expect(error.problems).toHaveLength(1);
  for (const part of ['on the PATH', 'apt install', 'docker compose up', 'NEO4J_URI']) {
    expect(error.message).toContain(part);
  }
});

test('without Maven and with no jars, the error says how to install it and the other two ways', async () => {
  const java = (process.env.PATH ?? '')
    .split(':')
    .map((entry) => join(entry, 'java'))
    .find((path) => existsSync(path));
  const path = temporaryFolder();
  symlinkSync(java ?? '', join(path, 'java'));
  emptyCache();
  vi.stubEnv('PATH', path);
  const error = await refusal(launchNeo4j({ home: temporaryFolder(), profile: 'testing' }));
  for (const part of [
    'no mvn on the PATH',
    'apt install maven',
    'docker compose up',
    'NEO4J_URI',
  ]) {
    expect(error.message).toContain(part);
  }
});

test(
  'two starts at once on two folders both come up, on ports of their own',
  async () => {
    const [a, b] = await Promise.all([
      launchNeo4j({ home: temporaryFolder(), profile: 'testing' }),
      launchNeo4j({ home: temporaryFolder(), profile: 'testing' }),
    ]);
    expect(a.uri).not.toBe(b.uri);
    expect(a.browserUrl).not.toBe(b.browserUrl);
    await Promise.all([a.stop(), b.stop()]);
  },
  LIMIT.twoStarts,
);
