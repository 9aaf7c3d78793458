import { GraphQLError } from 'graphql';
import type { GraphQLHTTPExtensions } from 'graphql-yoga';
import { z } from 'zod';

const atLeastOne = z.coerce
  .number({ error: 'is no number' })
  .int('is no whole number')
  .min(1, 'is less than 1');

/**
 * What one request may be and take. How long a page, a list of ids or a text may be is no setting:
 * the schema says it (schema/graphql/limits.ts), and clients are made from the schema.
 */
export const limitSettings = {
  /** Bytes. */
  CLAIMGRAPH_MAX_BODY: atLeastOne.default(256 * 1_024),
  CLAIMGRAPH_MAX_TOKENS: atLeastOne.default(2_000),
  /** Brackets within brackets: the parser is recursive, and tokens alone do not protect it. */
  CLAIMGRAPH_MAX_NESTING: atLeastOne.default(200),
  /** A path with its statements, their documents and publishers is 12 deep. */
  CLAIMGRAPH_MAX_DEPTH: atLeastOne.default(18),
  CLAIMGRAPH_MAX_ALIASES: atLeastOne.default(30),
  CLAIMGRAPH_MAX_DIRECTIVES: atLeastOne.default(8),
  /** Objects that one operation may ask for, lists counted as long as they may become. */
  CLAIMGRAPH_MAX_COST: atLeastOne.default(20_000),
  /** Milliseconds for one Cypher statement. */
  CLAIMGRAPH_STATEMENT_TIME: atLeastOne.default(1_500),
  /** Milliseconds for one traversal, which then says how far it has come. */
  CLAIMGRAPH_TRAVERSAL_TIME: atLeastOne.default(1_500),
  /** Milliseconds for one request, however many statements it takes. */
  CLAIMGRAPH_REQUEST_TIME: atLeastOne.default(2_000),
};

const LimitSettings = z.object(limitSettings);

export type Limits = ReturnType<typeof limitsFrom>;

export function limitsFrom(env: z.infer<typeof LimitSettings>) {
  return {
    body: env.CLAIMGRAPH_MAX_BODY,
    tokens: env.CLAIMGRAPH_MAX_TOKENS,
    nesting: env.CLAIMGRAPH_MAX_NESTING,
    depth: env.CLAIMGRAPH_MAX_DEPTH,
    aliases: env.CLAIMGRAPH_MAX_ALIASES,
    directives: env.CLAIMGRAPH_MAX_DIRECTIVES,
    cost: env.CLAIMGRAPH_MAX_COST,
    statementTime: env.CLAIMGRAPH_STATEMENT_TIME,
    traversalTime: env.CLAIMGRAPH_TRAVERSAL_TIME,
    requestTime: env.CLAIMGRAPH_REQUEST_TIME,
  };
}

export const defaultLimits: Limits = limitsFrom(LimitSettings.parse({}));

export type Times = Pick<Limits, 'statementTime' | 'traversalTime' | 'requestTime'>;

/** Times for one user who waits for a database that may have just come up, and for measuring. */
export const patientTimes = {
  statementTime: 10_000,
  traversalTime: 8_000,
  requestTime: 15_000,
} as const satisfies Times;

/** The same as settings, for whoever has not set others. */
export const patientSettings = {
  CLAIMGRAPH_STATEMENT_TIME: String(patientTimes.statementTime),
  CLAIMGRAPH_TRAVERSAL_TIME: String(patientTimes.traversalTime),
  CLAIMGRAPH_REQUEST_TIME: String(patientTimes.requestTime),
};

/** No less than those, where a setting has more. */
export function patientlyTimed({ statementTime, traversalTime, requestTime }: Times): Times {
  return {
    statementTime: Math.max(statementTime, patientTimes.statementTime),
    traversalTime: Math.max(traversalTime, patientTimes.traversalTime),
    requestTime: Math.max(requestTime, patientTimes.requestTime),
  };
}

/** A refusal that says which limit it was, and in words how to ask for less. */
export function limitExceeded(
  limit: keyof Limits,
  maximum: number,
  message: string,
  { code, http }: { readonly code: string; readonly http?: GraphQLHTTPExtensions },
): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code, limit: { name: limit, maximum }, ...(http ? { http } : {}) },
  });
}
