import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSchema, parse, validate } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importPaths } from '../../../import/import.ts';
import { ontology } from '../../../schema/ontology/ontology.ts';
import { GraphClient, importLimits } from '../../../src/graph/client.ts';
import { operations } from '../../../src/mcp/operations.ts';
import { mcpProcess } from '../../support/mcp-client.ts';
import { useOwnNeo4j } from '../../support/own-neo4j.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const neo4j = useOwnNeo4j();
let mcp: Awaited<ReturnType<typeof mcpProcess>>;

interface Hop {
  readonly evidence: { readonly statementCount: number; readonly independentSourceCount: number };
}

beforeAll(async () => {
  const client = new GraphClient(neo4j.connection, importLimits);
  const paths = ['reference', 'xiaomi-expansion'].map((name) => `${root}import/data/${name}`);
  await importPaths({ ontology, client, paths, writeRejects: false });
  await client.close();
  const { uri, password } = neo4j.connection;
  mcp = await mcpProcess({ NEO4J_URI: uri, NEO4J_PASSWORD: password });
});
afterAll(() => mcp.close());

test('every operation is one of the contract', () => {
  const schema = buildSchema(readFileSync(`${root}schema/schema.graphql`, 'utf8'));
  for (const text of operations.values()) expect(validate(schema, parse(text))).toEqual([]);
});

test.each([
  ['search', { query: 'Lei Jun' }, 'lei-jun'],
  ['entity', { entity: 'europe-before-2030', language: 'DE' }, 'Laut Lei Jun'],
  ['relations', { entity: 'lei-jun', types: ['ANNOUNCED'] }, 'europe-before-2030'],
  ['paths', { from: 'hugo-barra', to: 'baic', first: 1 }, 'LIMIT'],
  ['timeline', { entity: 'first-car-2024', first: 1 }, 'ask again with after: "'],
  ['promises', { by: '雷军', about: 'Europa' }, 'europe-before-2030'],
  ['search', { query: 'Munich', publishers: ['Nikkei'], first: 1 }, 'munich'],
])('%s answers a question with claims and their documents', async (name, given, expected) => {
  const { isError, text, data } = await mcp.call(name, given);
  expect({ isError, text }).toMatchObject({ isError: false });
  expect(text).toContain(expected);
  expect(text).toMatch(/\[1: \d+–\d+\][\s\S]*\nSources, .*\n\[1\] /);
  expect(JSON.stringify(data)).toContain('sha256');
});

test('a place has no claims on a day when none was known', async () => {
  const found = async (given: object) =>
    JSON.stringify((await mcp.call('search', { query: 'Munich', ...given })).data);
  expect(await found({})).toContain('sha256');
  expect(await found({ knownAt: '2023-06-30' })).toContain('"statements":{"totalCount":0');
});

test.each([
  [{ entity: 'nobody' }, 'search'],
  [{ entity: 'Lei' }, '- lei-jun: Lei Jun (PERSON)'],
  [{ entity: 'lei-jun', knownAt: 'yesterday' }, 'YYYY-MM-DD'],
  [{ entity: 'lei-jun', known_at: '2023-06-30' }, 'known_at'],
])('%o is refused with what to change', async (given, expected) => {
  const { isError, text } = await mcp.call('entity', given);
  expect(isError).toBe(true);
  expect(text).toContain(expected);
});

test('what two origins back leads from Lei Jun to the SU7, and nothing that nine do', async () => {
  const between = async (minIndependentSources: number) => {
    const given = { from: 'lei-jun', to: 'su7', minIndependentSources };
    return (await mcp.call('paths', given)).data.paths.nodes;
  };
  const said = (await between(2))
    .flatMap(({ hops }: { hops: Hop[] }) => hops)
    .filter(({ evidence }: Hop) => evidence.statementCount > 0);
  expect(said).not.toEqual([]);
  for (const { evidence } of said) expect(evidence.independentSourceCount).toBeGreaterThan(1);
  expect(await between(9)).toEqual([]);
});
