import neo4j, { Neo4jError } from 'neo4j-driver';
import {
  ConfigError,
  GraphFailedError,
  GraphUnavailableError,
  QueryTimedOutError,
  UserInputError,
} from '../errors.ts';

const tooLarge =
  /^Neo\.(Client|Transient)Error\.General\.(MemoryPoolOutOfMemoryError|TransactionOutOfMemoryError)$/;

/**
 * Whether the same statement may do better a moment later. The driver takes too large a query for
 * passing, but it would need as much again.
 */
export function isPassing(error: unknown): boolean {
  const isTooLarge = error instanceof Neo4jError && tooLarge.test(error.code);
  return neo4j.isRetryableError(error) && !isTooLarge;
}

const timedOut =
  /^Neo\.(Client|Transient)Error\.Transaction\.(TransactionTimedOut|LockAcquisition|TransactionTimedOutClientConfiguration)/;

/** On 5.26: while its log cannot be written, and for every transaction after that. */
const failed = /^Neo\.DatabaseError\.Transaction\.Transaction(LogError|StartFailed|CommitFailed)$/;

const unknownBookmark = /^Neo\.ClientError\.Transaction\.InvalidBookmark(Mixture)?$/;

const refused = new Map([
  [
    'Neo.ClientError.Security.Unauthorized',
    'Neo4j refuses the name or password: check NEO4J_USERNAME and NEO4J_PASSWORD.',
  ],
  [
    'Neo.ClientError.Security.AuthenticationRateLimit',
    'Neo4j refuses further log-ins for a while after too many wrong passwords: check NEO4J_PASSWORD and wait a minute.',
  ],
  [
    'Neo.ClientError.Security.CredentialsExpired',
    'The password of the Neo4j user must be changed before it can be used: log in once with cypher-shell or Neo4j Browser.',
  ],
  [
    'Neo.ClientError.Database.DatabaseNotFound',
    'Neo4j has no database of that name: check NEO4J_DATABASE.',
  ],
]);

/**
 * The driver's error as one that the product knows, told apart by code: {@link ConfigError},
 * {@link QueryTimedOutError}, {@link GraphUnavailableError}. What is none of them is a defect and
 * stays as it is.
 */
export function translated(error: unknown): unknown {
  if (!(error instanceof Neo4jError)) return error;
  const problem = refused.get(error.code);
  if (problem) return new ConfigError([problem], { cause: error });
  if (timedOut.test(error.code) || tooLarge.test(error.code))
    return new QueryTimedOutError({ cause: error });
  if (unknownBookmark.test(error.code)) {
    return new UserInputError(
      'The bookmark is none of this graph. Send the one of your last answer, or none.',
    );
  }
  if (failed.test(error.code)) return new GraphFailedError({ cause: error });
  // 'N/A' is the driver's own: no free connection within the time.
  if (error.retryable || error.code === 'N/A') return new GraphUnavailableError({ cause: error });
  return error;
}

/**
 * Why Neo4j does not make a constraint or an index, and whether it may when it is asked again; null for
 * errors that have nothing to do with it.
 */
export function whySchemaRefused(
  error: unknown,
): { readonly reason: string; readonly mayPass: boolean } | null {
  if (!(error instanceof Neo4jError)) return null;
  const { code } = error;
  if (/^Neo\.ClientError\.Schema\.\w*AlreadyExists$/.test(code)) {
    return { reason: 'an index in its place must be dropped first', mayPass: true };
  }
  if (
    /^Neo\.(Client|Database)Error\.Schema\.Constraint(CreationFailed|ValidationFailed)$/.test(code)
  ) {
    return {
      reason: 'data that are in the graph break it, which two nodes of one key do: remove one',
      mayPass: false,
    };
  }
  if (code === 'Neo.ClientError.Security.Forbidden') {
    return { reason: 'the user of NEO4J_USERNAME may not', mayPass: false };
  }
  return null;
}
