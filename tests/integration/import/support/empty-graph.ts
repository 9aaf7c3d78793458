import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { z } from 'zod';
import { type ImportOptions, importPaths } from '../../../../import/import.ts';
import { readYamlFolder } from '../../../../import/read/yaml.ts';
import { ontology } from '../../../../schema/ontology/ontology.ts';
import { GraphClient, importLimits } from '../../../../src/graph/client.ts';
import { cypher } from '../../../../src/graph/cypher.ts';
import { compileQuestion, question } from '../../../../src/graph/question.ts';
import { useOwnNeo4j } from '../../../support/own-neo4j.ts';

export const fixture = fileURLToPath(
  new URL('../../../fixtures/import/acme-rockets', import.meta.url),
);

export type Line = Record<string, unknown>;

/** A Neo4j of this file's own, empty before each test. */
export function useEmptyGraph() {
  const neo4j = useOwnNeo4j();
  let client: GraphClient;
  beforeAll(() => {
    client = new GraphClient(neo4j.connection, { ...importLimits, checkRows: true });
  });
  beforeEach(async () => {
    await client.define([
      {
        text: 'MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS',
        parameters: {},
      },
    ]);
  });
  afterAll(() => client?.close());

  let files = 0;
  return {
    get client() {
      return client;
    },
    get connection() {
      return neo4j.connection;
    },
    /** The environment of a process that uses this database. */
    get environment(): NodeJS.ProcessEnv {
      const { uri, username, password } = neo4j.connection;
      return {
        ...process.env,
        ...{ NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password },
      };
    },
    async importPath(path: string, options: Partial<ImportOptions> = {}) {
      return importPaths({ ontology, client, paths: [path], writeRejects: false, ...options });
    },
    async file(content: string | Buffer, name = `input-${files++}.ndjson`) {
      const path = join(neo4j.folder, name);
      await writeFile(path, content);
      return path;
    },
    async importLines(lines: readonly (Line | string)[], options: Partial<ImportOptions> = {}) {
      const path = await this.file(ndjson(lines));
      return this.importPath(path, options);
    },
    /** All nodes and relationships with all they carry, but for the time of the import and the log of changes. */
    content(): Promise<string[]> {
      return contentOf(client);
    },
    values(query: ReturnType<typeof cypher>): Promise<unknown[]> {
      return valuesOf(client, query);
    },
  };
}

export async function contentOf(client: GraphClient): Promise<string[]> {
  const nodes = await client.read(compileQuestion(everyNode, {}));
  const links = await client.read(compileQuestion(everyLink, {}));
  return [...nodes, ...links].map(({ row }) => canonical(row)).sort();
}

/** What a query returns as `row`. */
export async function valuesOf(
  client: GraphClient,
  query: ReturnType<typeof cypher>,
): Promise<unknown[]> {
  const rows = await client.read(compileQuestion(anything, query));
  return rows.map(({ row }) => row);
}

export function ndjson(lines: readonly (Line | string)[]): string {
  return lines
    .map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`)
    .join('');
}

/** The fixture, or another folder, as lines of NDJSON. */
export async function linesOf(path: string): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const reading of readYamlFolder(path)) {
    if (!reading.readable) throw new Error(reading.message);
    lines.push({ kind: reading.kind, ...(reading.value as Line) });
  }
  return lines;
}

/** JSON whose keys are in order, as Neo4j does not promise any. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inside: unknown) =>
    typeof inside === 'object' && inside !== null && !Array.isArray(inside)
      ? Object.fromEntries(Object.entries(inside).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inside,
  );
}

const Row = z.object({ row: z.unknown() });

const everyNode = question<Record<string, never>, z.infer<typeof Row>>({
  name: 'test: every node',
  row: Row,
  ask: () => cypher`
MATCH (n)
WHERE NOT n:Change AND NOT n:ChangeLog
RETURN {labels: labels(n), properties: n {.*, importedAt: null}} AS row`,
});

const everyLink = question<Record<string, never>, z.infer<typeof Row>>({
  name: 'test: every relationship',
  row: Row,
  ask: () => cypher`
MATCH (a)-[r]->(b)
RETURN {from: coalesce(a.key, a.id), type: type(r), to: coalesce(b.key, b.id), properties: properties(r)} AS row`,
});

const anything = question<ReturnType<typeof cypher>, z.infer<typeof Row>>({
  name: 'test: anything',
  row: Row,
  ask: (query) => query,
});
