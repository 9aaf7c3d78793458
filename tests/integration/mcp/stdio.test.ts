import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { buildSchema, parse, validate } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importPaths } from '../../../import/import.ts';
import { ontology } from '../../../schema/ontology/ontology.ts';
import { GraphClient, importLimits } from '../../../src/graph/client.ts';
import { operations } from '../../../src/mcp/operations.ts';
import { useOwnNeo4j } from '../../support/own-neo4j.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const neo4j = useOwnNeo4j();
const mcp = new Client({ name: 'test', version: '1' });

beforeAll(async () => {
  const client = new GraphClient(neo4j.connection, importLimits);
  const paths = ['reference', 'xiaomi-expansion'].map((name) => `${root}import/data/${name}`);
  await importPaths({ ontology, client, paths, writeRejects: false });
  await client.close();
  const { uri, password } = neo4j.connection;
  const env = { PATH: process.env.PATH ?? '', NEO4J_URI: uri, NEO4J_PASSWORD: password };
  const args = ['--import', 'tsx', `${root}src/mcp/main.ts`];
  await mcp.connect(new StdioClientTransport({ command: process.execPath, args, env, cwd: root }));
});
afterAll(() => mcp.close());

async function call(name: string, given: Record<string, unknown>) {
  const { content, isError, structuredContent } = await mcp.callTool({ name, arguments: given });
  return { isError: isError === true, text: JSON.stringify(content), data: structuredContent };
}

test('every operation is one of the contract', () => {
  const schema = buildSchema(readFileSync(`${root}schema/schema.graphql`, 'utf8'));
  for (const text of operations.values()) expect(validate(schema, parse(text))).toEqual([]);
});

test.each([
  ['search', { query: 'Lei Jun' }, 'lei-jun'],
  ['entity', { key: 'europe-before-2030', language: 'DE' }, 'Laut Lei Jun'],
  ['relations', { key: 'lei-jun', types: ['ANNOUNCED'] }, 'europe-before-2030'],
  ['paths', { from: 'hugo-barra', to: 'baic', first: 1 }, 'LIMIT'],
  ['timeline', { key: 'first-car-2024', first: 1 }, 'hasNextPage\\":true'],
  ['promises', { by: 'lei-jun', about: 'europe' }, 'europe-before-2030'],
])('%s answers a question with claims and their documents', async (name, given, expected) => {
  const { isError, text } = await call(name, given);
  expect({ isError, text }).toMatchObject({ isError: false });
  expect(text).toContain(expected);
  expect(text).toContain('sha256');
});

test('a place has no claims on a day when none was known', async () => {
  const found = async (given: object) =>
    JSON.stringify((await call('search', { query: 'Munich', ...given })).data);
  expect(await found({})).toContain('sha256');
  expect(await found({ knownAt: '2023-06-30' })).toContain('"statements":{"totalCount":0');
});

test.each([
  [{ key: 'nobody' }, 'search'],
  [{ key: 'lei-jun', knownAt: 'yesterday' }, 'YYYY-MM-DD'],
  [{ key: 'lei-jun', known_at: '2023-06-30' }, 'known_at'],
])('%o is refused with what to change', async (given, expected) => {
  const { isError, text } = await call('entity', given);
  expect(isError).toBe(true);
  expect(text).toContain(expected);
});
