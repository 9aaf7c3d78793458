import { GraphQLError } from 'graphql';

/** RFC 6750: what a client without a valid key or token is told, and no more than that. */
export function unauthenticated(problem?: 'invalid_token'): GraphQLError {
  return new GraphQLError(
    problem
      ? 'The key or token is not accepted. Ask whoever runs this server for one.'
      : "This server wants a key or a token: 'Authorization: Bearer …'.",
    {
      extensions: {
        code: 'UNAUTHENTICATED',
        http: {
          status: 401,
          headers: {
            'www-authenticate': `Bearer realm="claimgraph"${problem ? `, error="${problem}"` : ''}`,
          },
        },
      },
    },
  );
}

/** A valid token that may not even read. */
export function mayNotRead(): GraphQLError {
  return new GraphQLError("The token lacks the scope 'read', without which nothing is answered.", {
    extensions: {
      code: 'FORBIDDEN',
      http: {
        status: 403,
        headers: {
          'www-authenticate': 'Bearer realm="claimgraph", error="insufficient_scope", scope="read"',
        },
      },
    },
  });
}

/** Whether a token is valid cannot be told now. */
export function issuerUnreachable(): GraphQLError {
  return new GraphQLError(
    'Tokens cannot be checked right now: their issuer does not answer. Try again in a few seconds.',
    {
      extensions: {
        code: 'ISSUER_UNAVAILABLE',
        http: { status: 503, headers: { 'retry-after': '5' } },
      },
    },
  );
}

export function tooMuch(what: string, seconds: number): GraphQLError {
  return new GraphQLError(
    `You have used up your ${what} of this minute. Ask again in ${seconds} s; ask for several things at once, or for smaller pages.`,
    {
      extensions: {
        code: 'RATE_LIMITED',
        http: { status: 429, headers: { 'retry-after': String(seconds) } },
      },
    },
  );
}
