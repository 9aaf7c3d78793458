import { createServer } from 'node:http';
import type { Logger } from 'pino';
import { buildSchema } from '../schema/graphql/schema.ts';
import { ontology } from '../schema/ontology/ontology.ts';
import { localCaller, visitor } from './access/caller.ts';
import { identification } from './access/identify.ts';
import { writtenAnswers } from './answers/written-answers.ts';
import { ChangeFeed } from './change-feed.ts';
import { closingOf } from './closing.ts';
import type { Config } from './config.ts';
import { builtExplorer, serveExplorer } from './explorer/serve-explorer.ts';
import { GraphClient, servingLimits } from './graph/client.ts';
import { connectionLimit } from './graph/open-driver.ts';
import { CurrentRedirects } from './graph/redirects.ts';
import { exampleTabs } from './graphiql/example-tabs.ts';
import { hostsFor, isLoopback } from './guards/hosts.ts';
import { guardHttp } from './guards/http.ts';
import { patientlyTimed } from './guards/limits.ts';
import { readTrustedDocuments } from './guards/trusted-documents.ts';
import { portOf } from './listen.ts';
import { listenAsSet } from './listen-as-set.ts';
import type { OpenGraph } from './open-graph.ts';
import type { Progress } from './progress.ts';
import { ReaderCopies, readCopies } from './reader-copies.ts';
import { prepareGraph } from './readiness/prepare-graph.ts';
import { Readiness } from './readiness/readiness.ts';
import { rehearse } from './readiness/rehearse.ts';
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

/** What a request may take beside its own time when the server ends, in milliseconds. */
const closingTime = 3_000;

interface Serving extends Awaited<ReturnType<typeof prepareServing>> {
  readonly config: Config;
  readonly graph: OpenGraph;
  readonly telemetry: Telemetry;
  readonly show: (progress: Progress) => void;
}

/** Serves from this process, until it is told to end. */
export async function serve(serving: Serving) {
  const { config, graph, telemetry, show, schema, identify, trusted, copies } = serving;
  const { access, limits, documents } = config;
  const { log, traces, onOperation, onChange } = telemetry;
  const { connection, browserUrl } = graph;
  const onStatement = telemetry.statementsOf(connection);
  traces?.fields(schema);
  const patient = patientlyTimed(limits);
  const times = () => (readiness.isRehearsing ? patient : limits);
  const client = new GraphClient(connection, {
    ...servingLimits,
    get transactionTimeout() {
      return times().statementTime;
    },
    onStatement,
  });
  const tabs = exampleTabs();
  const redirects = new CurrentRedirects(client);
  const feed = new ChangeFeed(client);
  const writer = new GraphWriter(connection, ontology, { onStatement, onChange });
  const readiness = new Readiness({
    ...{ connection, log },
    prepare: isWorker ? null : (lacks) => prepareGraph({ connection, documents, show, lacks }),
    rehearse: (signal) => rehearse({ connection, schema }, signal),
  });
  telemetry.watch({
    ...{ sessions: () => client.sessions, connectionLimit },
    isReady: () => readiness.missing === null,
  });
  const yoga = createGraphServer({
    ...{ schema, ontology, client, copies, tabs, log, onOperation, browserUrl, readiness, times },
    ...(traces ? { tracing: traces.operations } : {}),
    ...{ identify, limits, access, writer, feed, ...(trusted ? { documents: trusted } : {}) },
    answers: config.answers === 'written' ? writtenAnswers() : {},
    anybody: isLoopback(config.host) ? localCaller : visitor,
    redirects: () => redirects.current(),
  });
  const pages = serveExplorer(builtExplorer, yoga);
  const guarded = guardHttp(pages, hostsFor(config.host, access.hosts));
  const server = createServer(traces?.http(guarded) ?? guarded);
  const closed = closingOf(server);
  const close = async () => {
    await readiness.close();
    feed.close();
    await closed(limits.requestTime + closingTime);
    await yoga.dispose();
    await client.close();
    await writer.close();
    await telemetry.close();
  };
  endOnce(log, graph, close, readiness.failed);
  // The first of several processes has seen to the graph, and takes one that listens for one that answers.
  if (isWorker) await readiness.begin();
  await listenAsSet(server, config);
  if (!isWorker) await readiness.begin();
  return { port: portOf(server), missing: readiness.missing };
}
