import type { ExecutionResult } from 'graphql';
import { pino } from 'pino';
import { inject, onTestFinished } from 'vitest';
import { buildSchema } from '../../schema/graphql/schema.ts';
import { ontology } from '../../schema/ontology/ontology.ts';
import {
  GraphClient,
  type GraphClientOptions,
  type GraphConnection,
  servingLimits,
} from '../../src/graph/client.ts';
import type { Limits } from '../../src/guards/limits.ts';
import { ReaderCopies } from '../../src/reader-copies.ts';
import { createGraphServer, type ServerOptions } from '../../src/server.ts';

const schema = buildSchema(ontology);

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers are compared with what a query asks for.
  readonly data: any;
  readonly errors: ExecutionResult['errors'];
  /** Names of the Cypher statements that it took. */
  readonly statements: readonly string[];
}

export interface RecordingClient {
  readonly client: GraphClient;
  /** Names of the statements since this was last emptied. */
  readonly statements: string[];
}

/** Milliseconds: the first plan of a statement may take its time on a cold database under load. */
const patience = 20_000;

/** A client that checks every row, and writes down what it is asked. */
export function recordingClient(
  connection: GraphConnection,
  limits: Partial<GraphClientOptions> = {},
): RecordingClient {
  const statements: string[] = [];
  const client = new GraphClient(connection, {
    ...{ ...servingLimits, transactionTimeout: patience, ...limits, checkRows: true },
    onStatement: ({ name }) => statements.push(name),
  });
  return { client, statements };
}

type ServerUnderTest = Partial<Omit<ServerOptions, 'schema' | 'ontology' | 'client'>> &
  Partial<Pick<Limits, 'traversalTime' | 'requestTime'>>;

/** The server without a socket. */
export function serverOver(
  { client, statements }: RecordingClient,
  { traversalTime, requestTime = 30_000, ...options }: ServerUnderTest,
) {
  const times = {
    ...(traversalTime === undefined ? {} : { traversalTime }),
    requestTime,
  };
  const yoga = createGraphServer({
    ...{ schema, ontology, client, copies: new ReaderCopies(), tabs: [] },
    // What a client is not told of is seen in the run.
    log: pino({ level: 'error' }),
    ...options,
    limits: { ...times, ...options.limits },
  });
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
  return { ask, fetch, yoga };
}

/** The server over the run's database, or over another, until the test is over. */
export function graphServer({
  copies = new ReaderCopies(),
  connection = inject('graph') as GraphConnection,
} = {}) {
  const recording = recordingClient(connection);
  onTestFinished(() => recording.client.close());
  return serverOver(recording, { copies, traversalTime: 25_000 });
}

/** The data of an answer without errors. */
export function dataIn({ data, errors }: Answer) {
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
  return data;
}

/** The data of a query that must succeed. */
export async function dataOf(query: string, variables: Record<string, unknown> = {}) {
  return dataIn(await graphServer().ask(query, variables));
}
