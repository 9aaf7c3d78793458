import type { ExecutionResult } from 'graphql';
import { pino } from 'pino';
import { inject, onTestFinished } from 'vitest';
import { buildSchema } from '../../schema/graphql/schema.ts';
import { ontology } from '../../schema/ontology/ontology.ts';
import { GraphClient, type GraphConnection, servingLimits } from '../../src/graph/client.ts';
import { ReaderCopies } from '../../src/reader-copies.ts';
import { createGraphServer } from '../../src/server.ts';

const schema = buildSchema(ontology);

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers are compared with what a query asks for.
  readonly data: any;
  readonly errors: ExecutionResult['errors'];
  /** Names of the Cypher statements that it took. */
  readonly statements: readonly string[];
}

/** The server over the run's database, or over another, without a socket, and with every row checked. */
export function graphServer({
  copies = new ReaderCopies(),
  connection = inject('graph') as GraphConnection,
} = {}) {
  const statements: string[] = [];
  const client = new GraphClient(connection, {
    ...servingLimits,
    // The first plan of a statement may take its time on a cold database under load.
    transactionTimeout: 20_000,
    checkRows: true,
    onStatement: ({ name }) => statements.push(name),
  });
  // What a client is not told of is seen in the run.
  const log = pino({ level: 'error' });
  const yoga = createGraphServer({
    ...{ schema, ontology, client, copies, tabs: [], log },
    traversalTime: 25_000,
  });
  onTestFinished(() => client.close());

  const fetch = (init: RequestInit, path = '/graphql') =>
    yoga.fetch(new URL(path, 'http://localhost'), init);
  const ask = async (query: string, variables: Record<string, unknown> = {}): Promise<Answer> => {
    statements.length = 0;
    const response = await fetch({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as ExecutionResult;
    return { status: response.status, data, errors, statements: [...statements] };
  };
  return { ask, fetch };
}

/** The data of a query that must succeed. */
export async function dataOf(query: string, variables: Record<string, unknown> = {}) {
  const { data, errors } = await graphServer().ask(query, variables);
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
  return data;
}
