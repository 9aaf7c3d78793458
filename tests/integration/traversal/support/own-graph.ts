import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll } from 'vitest';
import { buildSchema } from '../../../../schema/graphql/schema.ts';
import { ontology } from '../../../../schema/ontology/ontology.ts';
import { GraphClient, importLimits, servingLimits } from '../../../../src/graph/client.ts';
import { type LocalNeo4j, launchNeo4j } from '../../../../src/local/launch.ts';
import { ReaderCopies } from '../../../../src/reader-copies.ts';
import { createGraphServer } from '../../../../src/server.ts';

export interface Limits {
  /** Milliseconds for one traversal; by default so many that no load of the machine matters. */
  readonly traversalTime?: number;
}

/** A Neo4j of this file's own, with a server over it; `fill` loads what is asked about. */
export function useOwnGraph(fill: (client: GraphClient, folder: string) => Promise<void>) {
  let neo4j: LocalNeo4j;
  let client: GraphClient;
  let folder: string;
  const statements: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'claimgraph-traversal-test-'));
    neo4j = await launchNeo4j({ home: folder, profile: 'testing' });
    const loading = new GraphClient(neo4j, importLimits);
    try {
      await fill(loading, folder);
    } finally {
      await loading.close();
    }
    client = new GraphClient(neo4j, {
      ...{ ...servingLimits, transactionTimeout: 60_000, checkRows: true },
      onStatement: ({ name }) => statements.push(name),
    });
  });

  afterAll(async () => {
    await client?.close();
    await neo4j?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  return {
    /** Names of the statements of the last question. */
    statements: statements as readonly string[],
    /** The data of a question that must be answered. */
    async ask(query: string, variables: object = {}, { traversalTime = 60_000 }: Limits = {}) {
      const yoga = createGraphServer({
        ...{ schema, ontology, client, copies: new ReaderCopies(), tabs: [], traversalTime },
        log: pino({ level: 'silent' }),
        requestTime: 120_000,
      });
      statements.length = 0;
      const response = await yoga.fetch('http://localhost/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = await response.json();
      if (errors) throw new Error(errors.map(({ message }: Error) => message).join('\n'));
      return data;
    },
  };
}

const schema = buildSchema(ontology);
