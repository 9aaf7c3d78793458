import './production.ts';

import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { constraints } from '../schema/constraints.ts';
import { buildSchema } from '../schema/graphql/schema.ts';
import { ontology } from '../schema/ontology/ontology.ts';
import { banner } from './banner.ts';
import { type Config, readConfig } from './config.ts';
import { ConfigError } from './errors.ts';
import { builtExplorer, serveExplorer } from './explorer/serve-explorer.ts';
import { GraphClient, type GraphConnection, importLimits, servingLimits } from './graph/client.ts';
import { compileQuestion } from './graph/question.ts';
import { CurrentRedirects } from './graph/redirects.ts';
import { type DatasetRevision, datasetRevisions } from './graph/revision.ts';
import { exampleTabs } from './graphiql/example-tabs.ts';
import { guardHttp } from './guards/http.ts';
import { openGraphOf } from './open-graph.ts';
import { showProgress } from './progress.ts';
import { ReaderCopies, readCopies } from './reader-copies.ts';
import { createGraphServer, listen } from './server.ts';

/** The bundled datasets that an empty graph starts with. */
const bundled = ['reference', 'xiaomi-expansion'];

async function start(config: Config): Promise<void> {
  const log = pino({ level: config.logLevel, base: null });
  const copies = config.documents ? await readCopies(config.documents) : new ReaderCopies();
  await probePort(config);
  const progress = showProgress();
  const graph = await openGraphOf(config, progress.show);
  try {
    await fillEmptyGraph(graph.connection, config, progress.show);
    progress.end();
    const client = new GraphClient(graph.connection, {
      ...servingLimits,
      onStatement: ({ name, milliseconds, rows }) =>
        log.debug({ statement: name, milliseconds: Math.round(milliseconds), rows }),
    });
    const schema = buildSchema(ontology);
    const tabs = exampleTabs();
    const { browserUrl } = graph;
    const redirects = new CurrentRedirects(client);
    const yoga = createGraphServer({
      ...{ schema, ontology, client, copies, tabs, log, browserUrl },
      redirects: () => redirects.current(),
    });
    const handler = serveExplorer(builtExplorer, guardHttp(yoga));
    const server = await listen(createServer(handler), config).catch(explainPort(config));
    process.stdout.write(banner(server, config, graph));

    const stop = async (reason: string, code: number) => {
      log.info({ reason }, 'stopping');
      await closed(server);
      await yoga.dispose();
      await client.close();
      await graph.close();
      process.exit(code);
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => void stop(signal, 0));
    }
    void graph.lost.then(() => {
      log.fatal('Neo4j has ended by itself; its log is in the folder of CLAIMGRAPH_HOME');
      return stop('Neo4j has ended', 1);
    });
  } catch (error) {
    await graph.close();
    throw error;
  }
}

/** A taken port is to be told before a database is started and filled. */
async function probePort(config: Config): Promise<void> {
  const probe = await listen(createServer(), config).catch(explainPort(config));
  await closed(probe);
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
