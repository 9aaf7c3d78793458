import './production.ts';

import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { constraints } from '../schema/constraints.ts';
import { buildSchema } from '../schema/graphql/schema.ts';
import { ontology } from '../schema/ontology/ontology.ts';
import { localCaller, visitor } from './access/caller.ts';
import { identification } from './access/identify.ts';
import { banner } from './banner.ts';
import { ChangeFeed } from './change-feed.ts';
import { type Config, readConfig } from './config.ts';
import { ConfigError } from './errors.ts';
import { builtExplorer, serveExplorer } from './explorer/serve-explorer.ts';
import { GraphClient, type GraphConnection, importLimits, servingLimits } from './graph/client.ts';
import { compileQuestion } from './graph/question.ts';
import { CurrentRedirects } from './graph/redirects.ts';
import { type DatasetRevision, datasetRevisions } from './graph/revision.ts';
import { exampleTabs } from './graphiql/example-tabs.ts';
import { hostsFor, isLoopback } from './guards/hosts.ts';
import { guardHttp } from './guards/http.ts';
import { readTrustedDocuments } from './guards/trusted-documents.ts';
import { listen, portOf } from './listen.ts';
import { openGraphOf } from './open-graph.ts';
import { showProgress } from './progress.ts';
import { ReaderCopies, readCopies } from './reader-copies.ts';
import { createGraphServer } from './server.ts';
import { endOnce } from './stopping.ts';
import { serveWithWorkers } from './workers/serve.ts';
import { graphOfWorker, isWorker } from './workers/worker-graph.ts';
import { GraphWriter } from './writer.ts';

/** The bundled datasets that an empty graph starts with. */
const bundled = ['reference', 'xiaomi-expansion'];

async function start(config: Config): Promise<void> {
  const log = pino({ level: config.logLevel, base: null });
  const { access, limits } = config;
  const schema = buildSchema(ontology);
  const identify = identification(access, log);
  const documents = access.trustedDocuments
    ? { documents: readTrustedDocuments(access.trustedDocuments, schema) }
    : {};
  const copies = config.documents ? await readCopies(config.documents) : new ReaderCopies();
  const port = isWorker ? config.port : await probePort(config);
  const progress = showProgress();
  const graph = isWorker ? graphOfWorker(config) : await openGraphOf(config, progress.show);
  try {
    if (!isWorker) await fillEmptyGraph(graph.connection, config, progress.show);
    progress.end();
    if (config.workers > 1) return await serveWithWorkers({ config, graph, port, log });
    const client = new GraphClient(graph.connection, {
      ...servingLimits,
      transactionTimeout: config.limits.statementTime,
      onStatement: ({ name, milliseconds, rows }) =>
        log.debug({ statement: name, milliseconds: Math.round(milliseconds), rows }),
    });
    const tabs = exampleTabs();
    const { browserUrl } = graph;
    const redirects = new CurrentRedirects(client);
    const feed = new ChangeFeed(client);
    const writer = new GraphWriter(graph.connection, ontology);
    const yoga = createGraphServer({
      ...{ schema, ontology, client, copies, tabs, log, browserUrl },
      ...{ identify, limits, access, writer, feed, ...documents },
      anybody: isLoopback(config.host) ? localCaller : visitor,
      redirects: () => redirects.current(),
    });
    const pages = serveExplorer(builtExplorer, yoga);
    const guarded = guardHttp(pages, hostsFor(config.host, access.hosts));
    const server = await listen(createServer(guarded), config).catch(explainPort(config));
    if (!isWorker) process.stdout.write(banner(portOf(server), config, graph));
    endOnce(log, graph, async () => {
      feed.close();
      await closed(server);
      await yoga.dispose();
      await client.close();
      await writer.close();
    });
  } catch (error) {
    await graph.close();
    throw error;
  }
}

/** The port to listen on. A taken one is to be told before a database is started and filled. */
async function probePort(config: Config): Promise<number> {
  const probe = await listen(createServer(), config).catch(explainPort(config));
  const port = portOf(probe);
  await closed(probe);
  return port;
}

/** Resolves once running requests are answered; idle connections do not hold the server open. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}

/**
 * A graph that holds nothing but the bundled data gets them, also when a start that was loading them
 * did not come to its end.
 */
function isToBeFilled(datasets: readonly DatasetRevision[]): boolean {
  const finished = datasets.filter(({ revision }) => revision !== null).map(({ key }) => key);
  return (
    datasets.every(({ key }) => bundled.includes(key)) &&
    bundled.some((key) => !finished.includes(key))
  );
}

async function fillEmptyGraph(
  connection: GraphConnection,
  { documents }: Config,
  show: ReturnType<typeof showProgress>['show'],
) {
  const client = new GraphClient(connection, importLimits);
  try {
    // An older version may have made the graph without some of them.
    await client.define(constraints(ontology).map((text) => ({ text, parameters: {} })));
    const datasets = await client.read(compileQuestion(datasetRevisions, null));
    if (!isToBeFilled(datasets)) return;
    // Most starts find the graph filled, and do without what an import takes.
    const { importPaths } = await import('../import/import.ts');
    const report = await importPaths({
      ontology,
      client,
      by: 'claimgraph',
      paths: bundled.map((name) =>
        fileURLToPath(new URL(`../import/data/${name}`, import.meta.url)),
      ),
      ...(documents ? { documents } : {}),
      writeRejects: false,
      onProgress: ({ phase, done, total }) =>
        show({ message: `Loading the dataset: ${phase}`, done, total }),
    });
    const [first] = report.rejects;
    if (first) {
      throw new ConfigError([
        `The bundled dataset does not load: ${report.rejected} records are refused, the first because ${first.message}`,
      ]);
    }
  } finally {
    await client.close();
  }
}

function explainPort({ port, host }: Config) {
  return (error: NodeJS.ErrnoException): never => {
    const problem = portProblems[error.code ?? ''];
    if (!problem) throw error;
    throw new ConfigError([`PORT=${port} on HOST=${host} ${problem}.`], { cause: error });
  };
}

const portProblems: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use: end what listens there, or set PORT to another one (0 takes any)',
  EACCES: 'may not be opened by this user: set PORT to one above 1023',
  EADDRNOTAVAIL: 'is no address of this machine: set HOST to one of its own',
  ENOTFOUND: 'is no known host: set HOST to an address of this machine',
};

try {
  await start(readConfig(process.env));
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(
    `Claimgraph cannot start.\n${error.problems.map((p) => `- ${p}\n`).join('')}`,
  );
  process.exit(1);
}
