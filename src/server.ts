import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GraphQLSchema } from 'graphql';
import { createYoga } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Context } from '../schema/graphql/context.ts';
import type { Ontology } from '../schema/ontology/define.ts';
import { type Caller, localCaller } from './access/caller.ts';
import { bookmarkOfMutations, bookmarksOf } from './bookmarks.ts';
import { type GraphClient, servingLimits } from './graph/client.ts';
import { Loaders } from './graph/loaders.ts';
import { noRedirects, type Redirects } from './graph/redirects.ts';
import type { ExampleTab } from './graphiql/example-tabs.ts';
import { bodyLimit } from './guards/body.ts';
import { documentGuards } from './guards/documents.ts';
import { maskError } from './guards/masking.ts';
import type { ReaderCopies } from './reader-copies.ts';
import { readiness } from './readiness.ts';
import { redirectedRefs } from './redirected-refs.ts';

export interface ServerOptions {
  readonly schema: GraphQLSchema;
  readonly ontology: Ontology;
  readonly client: GraphClient;
  readonly copies: ReaderCopies;
  /** Which keys stand for others now. */
  readonly redirects?: () => Promise<Redirects>;
  readonly tabs: readonly ExampleTab[];
  readonly log: Logger;
  /** Who sends a request; throws a GraphQLError for one that may not. */
  readonly identify?: (request: Request) => Promise<Caller>;
  /** Neo4j Browser of the database in use; null where it is not known. */
  readonly browserUrl?: string | null;
  /** Milliseconds for one traversal. */
  readonly traversalTime?: number;
  /** Milliseconds for one request, however many statements it takes. */
  readonly requestTime?: number;
}

const apiPath = '/graphql';

/** Bytes. */
const largestBody = 256 * 1_024;

/** The GraphQL server as a fetch handler: /graphql with GraphiQL, /health and /ready. */
export function createGraphServer(options: ServerOptions) {
  const { schema, ontology, client, copies, tabs, log } = options;
  const { browserUrl = null, traversalTime = servingLimits.traversalTime } = options;
  const { requestTime = servingLimits.requestTime } = options;
  const { redirects = async () => noRedirects, identify = async () => localCaller } = options;
  return createYoga<object, Context>({
    schema,
    graphqlEndpoint: apiPath,
    healthCheckEndpoint: '/health',
    landingPage: false,
    batching: false,
    cors: false,
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
    graphiql: {
      title: 'Claimgraph',
      defaultTabs: tabs.map(({ query }) => ({ query })),
      defaultQuery: tabs[0]?.query ?? '',
    },
    context: async ({ request }) => {
      const caller = await identify(request);
      const reader = client.after(bookmarksOf(request)).until(Date.now() + requestTime);
      return {
        ...{ caller, client: reader, ontology, copies, browserUrl, traversalTime },
        redirects: await redirects(),
        loaders: new Loaders(reader, ontology),
        today: new Date().toISOString().slice(0, 10),
      };
    },
    plugins: [
      bodyLimit(largestBody),
      ...documentGuards(),
      redirectedRefs(),
      bookmarkOfMutations(client),
      readiness(client, log, apiPath),
    ],
  });
}

/** Resolves with the server once it listens. */
export function listen(
  server: Server,
  { port, host }: { readonly port: number; readonly host: string },
): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve(server);
    });
  });
}

/** The port that a server listens on. */
export function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
