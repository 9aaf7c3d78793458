import { afterEach, beforeAll } from 'vitest';
import { GraphClient, importLimits } from '../../src/graph/client.ts';
import { useOwnNeo4j } from './own-neo4j.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

/** Servers over this file's own Neo4j, which end with each test. */
export function useOwnServers(settings: Readonly<Record<string, string>>) {
  const { connection } = useOwnNeo4j();
  const started: ServerProcess[] = [];

  // A graph that holds data of its own is not filled with the bundled ones.
  beforeAll(async () => {
    const client = new GraphClient(connection, importLimits);
    const text = "CREATE (:Dataset {key: 'own', revision: '1'})";
    await client.define([{ text, parameters: {} }]);
    await client.close();
  });

  afterEach(async () => {
    for (const server of started.splice(0)) {
      server.process.kill('SIGKILL');
      await server.ended;
    }
  });

  const environment = () => ({
    ...{ NEO4J_URI: connection.uri, NEO4J_USERNAME: connection.username },
    ...{ NEO4J_PASSWORD: connection.password, ...settings },
  });
  return {
    environment,
    async start(more: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
      const server = await startServerProcess({ ...environment(), ...more });
      started.push(server);
      return server;
    },
  };
}
