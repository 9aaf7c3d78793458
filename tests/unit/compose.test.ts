import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DCLinter } from 'dclint';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readConfig, settingNames } from '../../src/config.ts';
import { neo4jConf } from '../../src/local/neo4j-conf.ts';

interface Service {
  readonly environment: Readonly<Record<string, string | number>>;
  readonly ports: readonly string[];
  readonly healthcheck: { readonly test: readonly string[] };
  readonly deploy: { readonly resources: { readonly limits: Readonly<Record<string, unknown>> } };
}

const pathOf = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const textOf = (name: string) => readFileSync(pathOf(name), 'utf8');

const text = textOf('docker-compose.yml');
const services = (parse(text) as { services: { neo4j: Service; server: Service } }).services;

/** As compose does it where the environment holds a password and nothing else. */
const filled = (value: string | number) =>
  String(value)
    .replace(/\$\{NEO4J_PASSWORD:\?[^}]*\}/, 'chosen-by-hand')
    .replace(/\$\{\w+:-([^}]*)\}/, '$1');

test('docker-compose.yml keeps to the compose specification', () => {
  const linter = new DCLinter({
    // Ours: what it is, what it gets, what it gives, how it is watched, what it may use.
    rules: { 'service-keys-order': 0, 'require-quotes-in-ports': [1, { quoteType: 'double' }] },
    quiet: false,
    debug: false,
    exclude: [],
  });
  const results: { messages: unknown[] }[] = linter.lintFiles(
    [pathOf('docker-compose.yml')],
    false,
  );
  expect(results.map(({ messages }) => messages)).toEqual([[]]);
});

test('the password has no default anywhere', () => {
  const mentions = [...text.matchAll(/\$\{?NEO4J_PASSWORD.{0,2}/g)].map(([mention]) => mention);
  expect(mentions).toHaveLength(2);
  expect(new Set(mentions)).toEqual(new Set(['${NEO4J_PASSWORD:?']));
});

describe.each(Object.entries(services))('service %s', (_name, service) => {
  test('is asked whether it is well, has limits, and listens on the loopback interface only', () => {
    expect(service.healthcheck).toMatchObject({
      test: expect.arrayContaining([expect.stringMatching(/^CMD(-SHELL)?$/)]),
      interval: expect.stringMatching(/^\d+s$/),
      timeout: expect.stringMatching(/^\d+s$/),
      retries: expect.any(Number),
      start_period: expect.stringMatching(/^\d+s$/),
    });
    expect(service.deploy.resources.limits).toMatchObject({
      cpus: expect.stringMatching(/^\d+$/),
      memory: expect.stringMatching(/^\d+m$/),
    });
    for (const port of service.ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });
});

test('the server starts with what it is given: every variable is known, and it can be reached', () => {
  const { environment, ports } = services.server;
  expect(settingNames).toEqual(expect.arrayContaining(Object.keys(environment)));
  const config = readConfig(
    Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, filled(value)])),
  );
  expect(config).toMatchObject({ host: '0.0.0.0', neo4j: { uri: 'bolt://neo4j:7687' } });
  // Published on the loopback interface, it is asked by its names alone.
  expect(config.access.hosts).toEqual(['localhost', '127.0.0.1', '[::1]']);
  expect(ports.map(filled)).toEqual([expect.stringMatching(new RegExp(`:${config.port}$`))]);
});

test('Neo4j is under the same limits as the managed one', () => {
  const managed = new Map(
    neo4jConf({ bolt: 7687, http: 7474 }, 'serving')
      .split('\n')
      .filter((line) => /^[a-z]/.test(line))
      .map((line) => line.split('=') as [string, string]),
  );
  for (const name of [
    'db.transaction.timeout',
    'db.transaction.monitor.check.interval',
    'db.lock.acquisition.timeout',
    'db.memory.transaction.max',
    'db.tx_log.preallocate',
    'dbms.usage_report.enabled',
    'client.allow_telemetry',
    'server.memory.pagecache.size',
  ]) {
    const variable = `NEO4J_${name.replaceAll('_', '__').replaceAll('.', '_')}`;
    expect({ name, value: services.neo4j.environment[variable] }).toEqual({
      name,
      value: managed.get(name),
    });
  }
});

test('.env.example names every variable that is read, and no other', () => {
  const named = [...textOf('.env.example').matchAll(/^#([A-Z0-9_]+)=/gm)].map(([, name]) => name);
  // No settings of the server, but of src/local/cache-folder.ts and src/mcp/config.ts.
  const others = ['CLAIMGRAPH_CACHE', 'CLAIMGRAPH_URL', 'CLAIMGRAPH_API_KEY'];
  expect(named.sort()).toEqual([...settingNames, ...others].sort());
});

test('the image runs as nobody special, and the Dockerfile copies nothing that is kept out', () => {
  const lines = textOf('Dockerfile').split('\n');
  expect(lines.filter((line) => line.startsWith('USER '))).toEqual(['USER node']);
  const allowed = textOf('.dockerignore').match(/(?<=^!).*/gm) ?? [];
  const copied = lines
    .filter((line) => /^COPY (?!--from)/.test(line))
    .flatMap((line) => line.split(' ').slice(1, -1));
  expect([...new Set(copied)].sort()).toEqual([...allowed].sort());
});
