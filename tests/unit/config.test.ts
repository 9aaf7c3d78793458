import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { ConfigError } from '../../src/errors.ts';
import { defaultLimits } from '../../src/guards/limits.ts';

function problemsOf(environment: NodeJS.ProcessEnv): readonly string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('the environment', () => {
  it('may be empty: loopback, port 4000, a Neo4j of our own', () => {
    expect(readConfig({})).toMatchObject({
      ...{ port: 4000, host: '127.0.0.1', workers: 1, logLevel: 'info' },
      neo4j: { kind: 'managed', boltPort: undefined, httpPort: undefined },
    });
    expect(readConfig({}).home).toMatch(/\.claimgraph$/);
  });

  it('may name a database elsewhere', () => {
    expect(readConfig({ NEO4J_URI: 'neo4j+s://graph.example', NEO4J_PASSWORD: 'p' }).neo4j).toEqual(
      {
        ...{ kind: 'remote', uri: 'neo4j+s://graph.example', username: 'neo4j', password: 'p' },
        ...{ database: undefined, browserUrl: undefined },
      },
    );
  });

  it('may name the Neo4j Browser of a database elsewhere', () => {
    const elsewhere = { NEO4J_URI: 'bolt://h', NEO4J_PASSWORD: 'p' };
    const browser = 'https://graph.example/browser/';
    expect(readConfig({ ...elsewhere, NEO4J_BROWSER_URL: browser }).neo4j).toMatchObject({
      browserUrl: browser,
    });
    expect(problemsOf({ ...elsewhere, NEO4J_BROWSER_URL: 'javascript:alert(1)' }).join()).toMatch(
      /no address of Neo4j Browser/,
    );
  });

  it('takes an empty variable for one that is not there', () => {
    expect(readConfig({ PORT: '', NEO4J_URI: '' })).toEqual(readConfig({}));
  });

  it('is told all its problems at once, each with its name', () => {
    const problems = problemsOf({
      ...{ PORT: 'http', LOG_LEVEL: 'loud', NEO4J_BOLT_PORT: '70000', NEO4J_URI: 'localhost' },
      ...{ WORKERS: '0' },
    });
    expect(problems.map((problem) => problem.split('=')[0])).toEqual([
      ...['PORT', 'WORKERS', 'NEO4J_URI', 'NEO4J_BOLT_PORT', 'LOG_LEVEL'],
    ]);
  });

  it.each([
    [{ NEO4J_URI: 'bolt://h' }, /without NEO4J_PASSWORD/],
    [{ NEO4J_PASSWORD: 'p' }, /without NEO4J_URI/],
    [{ NEO4J_URI: 'bolt://h', NEO4J_PASSWORD: 'p', NEO4J_BOLT_PORT: '7687' }, /managed Neo4j/],
    [{ PORT: '4000', METRICS_PORT: '4000' }, /PORT and METRICS_PORT are the same/],
    [{ OTEL_TRACES_EXPORTER: 'zipkin' }, /zipkin is none of otlp, console, none/],
    [{ NEO4J_BROWSER_URL: 'http://h:7474/browser/' }, /without NEO4J_URI/],
    [{ NEO4J_BOLT_PORT: '7000', NEO4J_HTTP_PORT: '7000' }, /the same/],
    [{ HOST: '0.0.0.0' }, /nothing says who may/],
    [{ CLAIMGRAPH_JWT_ISSUER: 'https://i.example' }, /without CLAIMGRAPH_JWT_AUDIENCE/],
    [{ CLAIMGRAPH_JWT_AUDIENCE: 'claimgraph' }, /belong to CLAIMGRAPH_JWT_ISSUER/],
    [{ CLAIMGRAPH_API_KEYS: 'a', CLAIMGRAPH_API_KEYS_FILE: 'b' }, /keep one/],
  ])('%j contradicts itself, and it says how', (environment, problem) => {
    expect(problemsOf(environment).join()).toMatch(problem);
  });

  it.each([
    { CLAIMGRAPH_OPEN: 'yes-to-everyone' },
    { CLAIMGRAPH_API_KEYS_FILE: 'keys' },
    { CLAIMGRAPH_JWT_ISSUER: 'https://i.example', CLAIMGRAPH_JWT_AUDIENCE: 'claimgraph' },
  ])('may let other machines in once it says who may ask: %j', (who) => {
    expect(problemsOf({ HOST: '0.0.0.0', ...who })).toEqual([]);
  });

  it('takes no other word for letting everyone in', () => {
    expect(problemsOf({ HOST: '::', CLAIMGRAPH_OPEN: 'true' }).join()).toMatch(/yes-to-everyone/);
  });

  it('limits what one caller takes where others than this machine may ask, unless it says how much', () => {
    const ratesOf = (environment: NodeJS.ProcessEnv) => readConfig(environment).access.rates;
    expect(ratesOf({})).toEqual({ requests: null, seconds: null });
    expect(ratesOf({ CLAIMGRAPH_RATE_REQUESTS: '7' })).toEqual({ requests: 7, seconds: null });
    const open = { HOST: '0.0.0.0', CLAIMGRAPH_OPEN: 'yes-to-everyone' };
    expect(ratesOf(open)).toEqual({ requests: 1_200, seconds: 60 });
    expect(ratesOf({ ...open, CLAIMGRAPH_RATE_SECONDS: '0' })).toEqual({
      ...{ requests: 1_200, seconds: null },
    });
  });

  it('sets the limits of a request, whose defaults are in .env.example', () => {
    expect(readConfig({}).limits).toEqual(defaultLimits);
    expect(readConfig({ CLAIMGRAPH_MAX_DEPTH: '9' }).limits.depth).toBe(9);
    expect(problemsOf({ CLAIMGRAPH_MAX_DEPTH: '0' }).join()).toMatch(/MAX_DEPTH=0 is less than 1/);
    const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
    const said = [...example.matchAll(/^#(CLAIMGRAPH_(?!SLOW)(?:MAX|\w+_TIME).*)=(\d+)$/gm)];
    expect(said).toHaveLength(Object.keys(defaultLimits).length);
    const environment = Object.fromEntries(said.map(([, name = '', value]) => [name, value]));
    expect(readConfig(environment).limits).toEqual(defaultLimits);
  });

  it('traces only where it says where to, by the variables of OpenTelemetry', () => {
    const tracesOf = (environment: NodeJS.ProcessEnv) => readConfig(environment).telemetry.traces;
    const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318' };
    const usual = { exporter: 'otlp', protocol: 'http/protobuf' };
    expect(tracesOf({})).toBeNull();
    expect(tracesOf({ OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' })).toBeNull();
    expect(tracesOf(endpoint)).toEqual(usual);
    expect(tracesOf({ OTEL_TRACES_EXPORTER: 'otlp' })).toEqual(usual);
    expect(tracesOf({ ...endpoint, OTEL_TRACES_EXPORTER: 'none' })).toBeNull();
    expect(tracesOf({ ...endpoint, OTEL_SDK_DISABLED: 'true' })).toBeNull();
  });

  it('never shows a key', () => {
    expect(problemsOf({ CLAIMGRAPH_API_KEYS: 'secret', PORT: 'x' }).join()).not.toMatch(/secret/);
  });

  it('never shows a password', () => {
    const problems = problemsOf({ NEO4J_PASSWORD: 'secret', PORT: 'x' });
    expect(problems.join()).not.toMatch(/secret/);
  });
});
