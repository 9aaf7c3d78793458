import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import {
  ForbiddenError,
  GraphUnavailableError,
  NobodyWaitsError,
  QueryTimedOutError,
  UserInputError,
} from '../errors.ts';

/** The code by which a client is told of what a resolver threw. */
export function codeOf(error: GraphQLError): string {
  const cause = error.originalError ?? error;
  if (cause instanceof UserInputError) return 'BAD_USER_INPUT';
  if (cause instanceof ForbiddenError) return 'FORBIDDEN';
  if (cause instanceof GraphUnavailableError) return 'GRAPH_UNAVAILABLE';
  if (cause instanceof QueryTimedOutError) return 'QUERY_TIMED_OUT';
  if (!(cause instanceof GraphQLError)) return 'INTERNAL_SERVER_ERROR';
  return String(error.extensions.code ?? 'NO_CODE');
}

/** Turns what a resolver threw into what a client may see, and logs what it may not. */
export function maskError(log: Logger) {
  return (error: unknown): GraphQLError => {
    const seen = error instanceof GraphQLError ? error : undefined;
    const cause = seen?.originalError ?? error;
    if (seen && (cause === seen || cause instanceof GraphQLError)) return seen;
    const at = seen ? placeOf(seen) : {};
    if (cause instanceof UserInputError) {
      return new GraphQLError(cause.message, { ...at, extensions: { code: 'BAD_USER_INPUT' } });
    }
    if (cause instanceof ForbiddenError) {
      return new GraphQLError(cause.message, { ...at, extensions: { code: 'FORBIDDEN' } });
    }
    if (cause instanceof GraphUnavailableError) {
      log.error({ err: cause.cause }, 'the graph is unavailable');
      const http = { status: 503, headers: { 'retry-after': '5' } };
      return new GraphQLError(cause.message, {
        ...at,
        extensions: { code: 'GRAPH_UNAVAILABLE', http },
      });
    }
    if (cause instanceof NobodyWaitsError) {
      return new GraphQLError(cause.message, { ...at, extensions: { code: 'REQUEST_CLOSED' } });
    }
    if (cause instanceof QueryTimedOutError) {
      log.warn({ path: seen?.path }, 'a question took too long');
      return new GraphQLError(cause.message, { ...at, extensions: { code: 'QUERY_TIMED_OUT' } });
    }
    log.error({ err: cause, path: seen?.path }, 'a resolver failed');
    return new GraphQLError('Something went wrong on our side. It is in the server’s log.', {
      ...at,
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    });
  };
}

/** The place in the query, without the original error. */
function placeOf({ nodes, path }: GraphQLError) {
  return { ...(nodes ? { nodes } : {}), ...(path ? { path } : {}) };
}
