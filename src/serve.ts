import { createServer, type Server } from 'node:http';
import type { Logger } from 'pino';
import { buildSchema } from '../schema/graphql/schema.ts';
import { ontology } from '../schema/ontology/ontology.ts';
import { localCaller, visitor } from './access/caller.ts';
import { identification } from './access/identify.ts';
import { writtenAnswers } from './answers/written-answers.ts';
import { banner } from './banner.ts';
import { ChangeFeed } from './change-feed.ts';
import type { Config } from './config.ts';
import { builtExplorer, serveExplorer } from './explorer/serve-explorer.ts';
import { GraphClient, servingLimits } from './graph/client.ts';
import { connectionLimit } from './graph/open-driver.ts';
import { CurrentRedirects } from './graph/redirects.ts';
import { exampleTabs } from './graphiql/example-tabs.ts';
import { hostsFor, isLoopback } from './guards/hosts.ts';
import { guardHttp } from './guards/http.ts';
import { readTrustedDocuments } from './guards/trusted-documents.ts';
import { portOf } from './listen.ts';
import { listenAsSet } from './listen-as-set.ts';
import type { OpenGraph } from './open-graph.ts';
import { ReaderCopies, readCopies } from './reader-copies.ts';
import { isReady } from './readiness.ts';
import { createGraphServer } from './server.ts';
import { endOnce } from './stopping.ts';
import type { Telemetry } from './telemetry/telemetry.ts';
import { isWorker } from './workers/worker-graph.ts';
import { GraphWriter } from './writer.ts';

/** What a server needs beside its database, read before one is started. */
export async function prepareServing({ access, documents }: Config, log: Logger) {
  const schema = buildSchema(ontology);
  return {
    schema,
    identify: identification(access, log),
    trusted: access.trustedDocuments ? readTrustedDocuments(access.trustedDocuments, schema) : null,
    copies: documents ? await readCopies(documents) : new ReaderCopies(),
  };
}

interface Serving extends Awaited<ReturnType<typeof prepareServing>> {
  readonly config: Config;
  readonly graph: OpenGraph;
  readonly telemetry: Telemetry;
}

/** Serves from this process, until it is told to end. */
export async function serve(serving: Serving): Promise<void> {
  const { config, graph, telemetry, schema, identify, trusted, copies } = serving;
  const { access, limits } = config;
  const { log, traces, onOperation, onChange } = telemetry;
  const onStatement = telemetry.statementsOf(graph.connection);
  traces?.fields(schema);
  const client = new GraphClient(graph.connection, {
    ...servingLimits,
    transactionTimeout: limits.statementTime,
    onStatement,
  });
  const tabs = exampleTabs();
  const { browserUrl } = graph;
  const redirects = new CurrentRedirects(client);
  const feed = new ChangeFeed(client);
  const writer = new GraphWriter(graph.connection, ontology, { onStatement, onChange });
  telemetry.watch({
    ...{ sessions: () => client.sessions, connectionLimit },
    isReady: () => isReady(client, log),
  });
  const yoga = createGraphServer({
    ...{ schema, ontology, client, copies, tabs, log, onOperation, browserUrl },
    ...(traces ? { tracing: traces.operations } : {}),
    ...{ identify, limits, access, writer, feed, ...(trusted ? { documents: trusted } : {}) },
    answers: config.answers === 'written' ? writtenAnswers() : {},
    anybody: isLoopback(config.host) ? localCaller : visitor,
    redirects: () => redirects.current(),
  });
  const pages = serveExplorer(builtExplorer, yoga);
  const guarded = guardHttp(pages, hostsFor(config.host, access.hosts));
  const server = await listenAsSet(createServer(traces?.http(guarded) ?? guarded), config);
  if (!isWorker) process.stdout.write(banner(portOf(server), config, graph));
  endOnce(log, graph, async () => {
    feed.close();
    await closed(server);
    await yoga.dispose();
    await client.close();
    await writer.close();
    await telemetry.close();
  });
}

/** Resolves once running requests are answered; idle connections do not hold the server open. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
