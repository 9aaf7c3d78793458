import type { GraphQLSchema } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Context } from '../schema/graphql/context.ts';
import type { Ontology } from '../schema/ontology/define.ts';
import { type Caller, localCaller } from './access/caller.ts';
import type { Identify } from './access/identify.ts';
import { ratesFor } from './access/rates.ts';
import type { Access } from './access/settings.ts';
import { bookmarkOfMutations, bookmarksOf } from './bookmarks.ts';
import { ChangeFeed } from './change-feed.ts';
import type { GraphClient } from './graph/client.ts';
import { Loaders } from './graph/loaders.ts';
import { noRedirects, type Redirects } from './graph/redirects.ts';
import type { ExampleTab } from './graphiql/example-tabs.ts';
import { corsFor } from './guards/cross-site.ts';
import { guards } from './guards/guards.ts';
import { defaultLimits, type Limits, type Times } from './guards/limits.ts';
import { maskError } from './guards/masking.ts';
import type { TrustedDocuments } from './guards/trusted-documents.ts';
import type { ReaderCopies } from './reader-copies.ts';
import type { Readiness } from './readiness/readiness.ts';
import { readyEndpoint } from './readiness/ready-endpoint.ts';
import { redirectedRefs } from './redirected-refs.ts';
import { requestLine } from './telemetry/log/request-line.ts';
import { type Observed, observeOperations } from './telemetry/observe-operations.ts';
import type { OperationListener } from './telemetry/operation-run.ts';
import type { GraphWriter } from './writer.ts';

export interface ServerOptions {
  readonly schema: GraphQLSchema;
  readonly ontology: Ontology;
  readonly client: GraphClient;
  readonly copies: ReaderCopies;
  /** Which keys stand for others now. */
  readonly redirects?: () => Promise<Redirects>;
  /** Knows whether there is a graph; without one, there always is. */
  readonly readiness?: Pick<Readiness, 'missing' | 'admit'>;
  readonly tabs: readonly ExampleTab[];
  readonly log: Logger;
  /** Undefined for a server that anybody may ask. */
  readonly identify?: Identify | undefined;
  /** Who asks a server that anybody may ask; a user of the machine if nothing is said. */
  readonly anybody?: Caller;
  readonly limits?: Partial<Limits>;
  /** The times that hold now; those of the limits, if nothing is said. */
  readonly times?: () => Times;
  readonly access?: Partial<Pick<Access, 'corsOrigins' | 'rates' | 'proxies'>>;
  /** The only documents that are answered. */
  readonly documents?: TrustedDocuments;
  /** For mutations; without one, the server takes none. */
  readonly writer?: GraphWriter;
  /** Tells of changes; whoever gives one closes it. */
  readonly feed?: ChangeFeed;
  /** Are told of each operation, as the log is. */
  readonly onOperation?: readonly OperationListener[];
  /** Makes spans of operations. */
  readonly tracing?: Plugin<Context>;
  /** Neo4j Browser of the database in use; null where it is not known. */
  readonly browserUrl?: string | null;
  /** Makes the answers to queries; completed by the executor, if nothing is said. */
  readonly answers?: Plugin;
}

const apiPath = '/graphql';

/** The GraphQL server as a fetch handler: /graphql with GraphiQL, /health and /ready. */
export function createGraphServer(options: ServerOptions) {
  const { schema, ontology, client, copies, tabs, log } = options;
  const { browserUrl = null, documents = null, identify, anybody = localCaller } = options;
  const { readiness } = options;
  const { writer = null, feed = new ChangeFeed(client) } = options;
  const { corsOrigins = [], rates = null, proxies = 0 } = options.access ?? {};
  const { redirects = async () => noRedirects, answers = {} } = options;
  const { onOperation = [], tracing = {} } = options;
  const listeners = log.isLevelEnabled('info') ? [requestLine(log), ...onOperation] : onOperation;
  const limits = { ...defaultLimits, ...options.limits };
  const { cost: maximalCost } = limits;
  const { times = () => limits } = options;
  return createYoga<Observed, Context>({
    schema,
    graphqlEndpoint: apiPath,
    healthCheckEndpoint: '/health',
    landingPage: false,
    batching: false,
    cors: corsFor(corsOrigins),
    extraParamNames: documents ? ['documentId'] : [],
    // bodyLimit sees to it.
    maxRequestBodySize: false,
    multipart: false,
    maskedErrors: { isDev: false, maskError: maskError(log) },
    logging: {
      debug: (...args) => log.debug(args.join(' ')),
      info: (...args) => log.info(args.join(' ')),
      warn: (...args) => log.warn(args.join(' ')),
      // What a client got wrong: maskError logs what we did.
      error: (...args) => log.debug(args.join(' ')),
    },
    // The page is served whole: nothing of it comes from elsewhere. Its making takes some 80 MB of memory,
    // which a server that nobody looks at is spared.
    renderGraphiQL: async (page) => (await import('./graphiql/render-page.ts')).renderPage(page),
    graphiql: !documents && {
      title: 'Claimgraph',
      defaultTabs: tabs.map(({ query }) => ({ query })),
      defaultQuery: tabs[0]?.query ?? '',
    },
    context: async ({ request, caller = anybody, operation }) => {
      readiness?.admit();
      const { requestTime, traversalTime } = times();
      const written = (await writer?.bookmarks()) ?? [];
      const after = [...bookmarksOf(request), ...written];
      const timed = client
        .after(after)
        // Reading and parsing it are part of it: under load they take longer than all else.
        .until((operation?.arrived ?? Date.now()) + requestTime)
        .while(request.signal);
      const reader = operation ? timed.telling(operation) : timed;
      return {
        ...{ caller, client: reader, ontology, copies, browserUrl, traversalTime, maximalCost },
        ...{ writer, feed, redirects: await redirects() },
        loaders: new Loaders(reader, ontology),
        today: new Date().toISOString().slice(0, 10),
      };
    },
    plugins: [
      observeOperations(listeners),
      tracing,
      answers,
      ...guards({ limits, documents, identify, proxies, rates: rates && ratesFor(rates) }),
      redirectedRefs(),
      bookmarkOfMutations(writer ?? client),
      readyEndpoint(() => readiness?.missing ?? null, apiPath),
    ],
  });
}
