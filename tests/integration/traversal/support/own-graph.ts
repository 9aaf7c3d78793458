import { afterAll, beforeAll } from 'vitest';
import { GraphClient, importLimits } from '../../../../src/graph/client.ts';
import { dataIn, type RecordingClient, recordingClient, serverOver } from '../../../support/ask.ts';
import { useOwnNeo4j } from '../../../support/own-neo4j.ts';

export interface Limits {
  /** Milliseconds for one traversal; by default so many that no load of the machine matters. */
  readonly traversalTime?: number;
}

/** A Neo4j of this file's own, with a server over it; `fill` loads what is asked about. */
export function useOwnGraph(fill: (client: GraphClient, folder: string) => Promise<void>) {
  const neo4j = useOwnNeo4j();
  let recording: RecordingClient;

  beforeAll(async () => {
    const loading = new GraphClient(neo4j.connection, importLimits);
    try {
      await fill(loading, neo4j.folder);
    } finally {
      await loading.close();
    }
    recording = recordingClient(neo4j.connection, { transactionTimeout: 60_000 });
  });
  afterAll(() => recording?.client.close());

  return {
    /** Names of the statements of the last question. */
    get statements(): readonly string[] {
      return recording.statements;
    },
    /** The data of a question that must be answered. */
    async ask(query: string, variables = {}, { traversalTime = 60_000 }: Limits = {}) {
      const server = serverOver(recording, { traversalTime, requestTime: 120_000 });
      return dataIn(await server.ask(query, variables));
    },
  };
}
