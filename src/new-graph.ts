import { join } from 'node:path';
import { z } from 'zod';
import { readConfig } from './config.ts';
import { ConfigError } from './errors.ts';
import { GraphClient, type GraphConnection, importLimits } from './graph/client.ts';
import { cypher } from './graph/cypher.ts';
import { compileQuestion, question } from './graph/question.ts';
import { withStoppedNeo4j } from './local/admin.ts';
import { adoptDraft, clearDrafts, hasGraph, newDraft, withStarted } from './local/draft.ts';
import { importOffline, type OfflineFiles } from './local/offline-import.ts';

/** The database of a managed Neo4j that holds nothing and does not run. */
export interface NewGraph {
  /** For files that are needed meanwhile; goes when the work is done. */
  readonly folder: string;
  /** Loads files, and does work on what was loaded. All of it is there then, or, wherever it ends, nothing. */
  fill(files: OfflineFiles, finish: (client: GraphClient) => Promise<void>): Promise<void>;
}

interface Opening {
  /** Called with what it is at. */
  readonly say: (message: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * For a tool: does work on the managed database of the environment while nobody else can.
 * Throws {@link ConfigError} where that is not empty, or runs, or where another one is meant.
 */
export async function withNewGraph<Result>(
  environment: NodeJS.ProcessEnv,
  { say, signal }: Opening,
  work: (graph: NewGraph) => Promise<Result>,
): Promise<Result> {
  const { home, neo4j } = readConfig(environment);
  if (neo4j.kind === 'remote') {
    throw new ConfigError([
      '--bulk fills the files of the managed Neo4j, and NEO4J_URI names a database elsewhere. Unset NEO4J_URI, or import without --bulk.',
    ]);
  }
  const why =
    '--bulk fills the files of one that does not run; an import without --bulk goes to one that does';
  return withStoppedNeo4j(home, why, async (folder) => {
    const start = ({ message }: { readonly message: string }) => say(message);
    await clearDrafts(folder);
    if (hasGraph(folder) && !(await withStarted(folder, start, isEmpty))) {
      throw new ConfigError([
        `CLAIMGRAPH_HOME=${home} holds a graph, and --bulk fills an empty database only. Import without --bulk, or name a new folder as CLAIMGRAPH_HOME.`,
      ]);
    }
    signal?.throwIfAborted();
    const draft = await newDraft(folder);
    try {
      return await work({
        folder: join(draft, 'input'),
        async fill(files, finish) {
          say('Loading with Neo4j’s offline importer');
          await importOffline(draft, files, signal);
          say('Making constraints and indexes');
          await withStarted(
            draft,
            () => {},
            (connection) => withClient(connection, finish),
          );
          signal?.throwIfAborted();
          await adoptDraft(draft, folder);
        },
      });
    } finally {
      await clearDrafts(folder);
    }
  });
}

function isEmpty(connection: GraphConnection): Promise<boolean> {
  return withClient(connection, async (client) => {
    const nodes = await client.read(compileQuestion(anyNode, null));
    return nodes.length === 0;
  });
}

async function withClient<Result>(
  connection: GraphConnection,
  work: (client: GraphClient) => Promise<Result>,
): Promise<Result> {
  const client = new GraphClient(connection, importLimits);
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

/** An import that was killed leaves its lease. */
const anyNode = question({
  name: 'bulk: any node',
  row: z.object({ labels: z.array(z.string()) }),
  ask: () => cypher`
MATCH (n)
WHERE NOT n:ImportLease
RETURN labels(n) AS labels
LIMIT 1`,
});
