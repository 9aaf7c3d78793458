import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Config, readConfig } from './config.ts';
import { ConfigError, GraphFailedError, GraphUnavailableError } from './errors.ts';
import {
  GraphClient,
  type GraphClientOptions,
  type GraphConnection,
  importLimits,
  servingLimits,
} from './graph/client.ts';
import { type LocalNeo4jOptions, launchNeo4j } from './local/launch.ts';
import { GraphVersionError, isPrepared } from './readiness/check-version.ts';

/** A database, ours or somebody else's. */
export interface OpenGraph {
  readonly connection: GraphConnection;
  /** Whether the database is ours, and ends with this process. */
  readonly managed: boolean;
  /** Its Neo4j Browser; null where that is not known. */
  readonly browserUrl: string | null;
  /** Settles when a managed Neo4j has ended by itself. */
  readonly lost: Promise<void>;
  close(): Promise<void>;
}

type Progress = LocalNeo4jOptions['onProgress'];

/**
 * For a tool: connects to the database at NEO4J_URI, to the managed one that a server of this home
 * is running, or to a managed one that ends with this process.
 */
export async function openGraph(
  environment: NodeJS.ProcessEnv,
  onProgress?: Progress,
  limits: GraphClientOptions = importLimits,
): Promise<OpenGraph & { readonly client: GraphClient }> {
  const config = readConfig(environment);
  const graph = (await running(config)) ?? (await answeringOf(config, onProgress));
  const client = new GraphClient(graph.connection, limits);
  return {
    ...graph,
    client,
    close: async () => {
      await client.close();
      await graph.close();
    },
  };
}

/**
 * For a server: the database at NEO4J_URI, whether or not it answers yet, or a managed one that ends with
 * this process.
 */
export async function openGraphOf(config: Config, onProgress?: Progress): Promise<OpenGraph> {
  const { neo4j, home } = config;
  if (neo4j.kind === 'managed') return launched(home, neo4j, onProgress);
  return elsewhere(neo4j, neo4j.browserUrl ?? null);
}

async function answeringOf(config: Config, onProgress?: Progress): Promise<OpenGraph> {
  const { neo4j } = config;
  const graph = await openGraphOf(config, onProgress);
  try {
    await check(graph.connection);
    return graph;
  } catch (cause) {
    await graph.close();
    if (!isAway(cause) || neo4j.kind === 'managed') throw cause;
    throw new ConfigError(
      [
        `NEO4J_URI=${neo4j.uri}: no database answers there. Start it, or unset NEO4J_URI for a managed one.`,
      ],
      { cause },
    );
  }
}

/** Throws for a database that does not answer, or whose graph is of another version. */
async function check(connection: GraphConnection): Promise<void> {
  const client = new GraphClient(connection, servingLimits);
  try {
    await client.verify();
    await isPrepared(client);
  } finally {
    await client.close();
  }
}

function elsewhere(connection: GraphConnection, browserUrl: string | null): OpenGraph {
  return {
    ...{ connection, managed: false, browserUrl },
    ...{ lost: never(), close: () => Promise.resolve() },
  };
}

/** What a process that runs a managed Neo4j tells others of this home; its password lies beside. */
const Address = z.object({ uri: z.string() });

function addressFile(home: string): string {
  return join(home, 'neo4j', 'address.json');
}

async function running({ neo4j, home }: Config): Promise<OpenGraph | null> {
  if (neo4j.kind === 'remote' || !existsSync(addressFile(home))) return null;
  const { uri } = Address.parse(JSON.parse(readFileSync(addressFile(home), 'utf8')));
  const password = readFileSync(join(home, 'neo4j', 'password'), 'utf8').trim();
  try {
    const connection = { uri, username: 'neo4j', password };
    await check(connection);
    return elsewhere(connection, null);
  } catch (error) {
    // Left by a process that was killed: its Neo4j has gone with it, and another one, which does not
    // know this home's password, may have got its port.
    if (error instanceof GraphVersionError) throw error;
    if (isAway(error) || error instanceof ConfigError) return null;
    throw error;
  }
}

async function launched(
  home: string,
  ports: { boltPort: number | undefined; httpPort: number | undefined },
  onProgress: Progress,
): Promise<OpenGraph> {
  const local = await launchNeo4j({
    ...{ home, ...ports, profile: 'serving' },
    ...(onProgress ? { onProgress } : {}),
  });
  const { uri, username, password, browserUrl } = local;
  writeFileSync(addressFile(home), JSON.stringify({ uri }));
  let closing = false;
  return {
    connection: { uri, username, password },
    managed: true,
    browserUrl,
    lost: local.exited.then(() => (closing ? never() : undefined)),
    close: async () => {
      closing = true;
      rmSync(addressFile(home), { force: true });
      await local.stop();
    },
  };
}

/** Not one that answers that it can write no more. */
function isAway(error: unknown): boolean {
  return error instanceof GraphUnavailableError && !(error instanceof GraphFailedError);
}

function never(): Promise<void> {
  return new Promise(() => {});
}
