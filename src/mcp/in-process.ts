import type { Logger } from 'pino';
import { buildSchema } from '../../schema/graphql/schema.ts';
import { ontology } from '../../schema/ontology/ontology.ts';
import type { Config } from '../config.ts';
import { servingLimits } from '../graph/client.ts';
import { CurrentRedirects } from '../graph/redirects.ts';
import { openGraph } from '../open-graph.ts';
import { ReaderCopies, readCopies } from '../reader-copies.ts';
import { prepareGraph } from '../readiness/prepare-graph.ts';
import { createGraphServer } from '../server.ts';
import type { Post } from './ask.ts';
import { ToolError } from './tool-error.ts';

interface Opened {
  readonly post: Post;
  close(): Promise<void>;
}

/**
 * Answers from the database that the environment names, or from a managed one, which is filled as a server
 * fills it. It is opened by the first question, and by the next where that failed. Throws a ConfigError.
 */
export async function inProcess(config: Config, log: Logger): Promise<Opened> {
  const copies = config.documents ? await readCopies(config.documents) : new ReaderCopies();
  let opening: Promise<Opened> | null = null;
  let opened: Opened | null = null;
  const open = async () => {
    opening ??= openServer(config, copies, log, forget);
    try {
      opened = await opening;
      return opened;
    } catch (cause) {
      forget();
      throw new ToolError(
        'The graph of this MCP server cannot be opened; its log says why. When that is mended, ask again.',
        { cause },
      );
    }
  };
  const forget = () => {
    opening = null;
    opened = null;
  };
  return {
    post: async (body) => (await open()).post(body),
    // A Neo4j that is still starting ends with this process.
    close: async () => opened?.close(),
  };
}

async function openServer(
  config: Config,
  copies: ReaderCopies,
  log: Logger,
  onLost: () => void,
): Promise<Opened> {
  const { limits } = config;
  const graph = await openGraph(process.env, undefined, {
    ...servingLimits,
    transactionTimeout: limits.statementTime,
  });
  const { client, close } = graph;
  try {
    const { connection, managed } = graph;
    const unseen = { show: () => {}, lacks: () => {} };
    if (managed) await prepareGraph({ connection, documents: config.documents, ...unseen });
  } catch (error) {
    await close();
    throw error;
  }
  void graph.lost.then(onLost);
  const redirects = new CurrentRedirects(client);
  const schema = buildSchema(ontology);
  const yoga = createGraphServer({
    ...{ schema, ontology, client, copies, tabs: [], log, limits },
    redirects: () => redirects.current(),
  });
  const headers = { 'content-type': 'application/json' };
  return {
    post: async (body) => yoga.fetch('http://localhost/graphql', { method: 'POST', headers, body }),
    close,
  };
}
