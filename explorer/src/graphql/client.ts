import { retryExchange } from '@urql/exchange-retry';
import { Client, cacheExchange, fetchExchange } from 'urql';

/** A database that has just come up takes longer once, to plan a question. */
const passing: ReadonlySet<unknown> = new Set(['QUERY_TIMED_OUT', 'GRAPH_UNAVAILABLE']);

export const client = new Client({
  url: '/graphql',
  exchanges: [
    cacheExchange,
    retryExchange({
      maxNumberAttempts: 2,
      initialDelayMs: 300,
      retryIf: ({ graphQLErrors }) =>
        graphQLErrors.some(({ extensions }) => passing.has(extensions.code)),
    }),
    fetchExchange,
  ],
  preferGetMethod: false,
});
