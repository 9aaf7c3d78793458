import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { ConfigError } from '../../src/errors.ts';

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
    [{ NEO4J_BROWSER_URL: 'http://h:7474/browser/' }, /without NEO4J_URI/],
    [{ NEO4J_BOLT_PORT: '7000', NEO4J_HTTP_PORT: '7000' }, /the same/],
  ])('%j contradicts itself, and it says how', (environment, problem) => {
    expect(problemsOf(environment).join()).toMatch(problem);
  });

  it('never shows a password', () => {
    const problems = problemsOf({ NEO4J_PASSWORD: 'secret', PORT: 'x' });
    expect(problems.join()).not.toMatch(/secret/);
  });
});
