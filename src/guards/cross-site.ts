import { useCSRFPrevention } from '@graphql-yoga/plugin-csrf-prevention';
import { GraphQLError } from 'graphql';
import type { CORSOptions, Plugin } from 'graphql-yoga';

/** A page elsewhere cannot send these without asking first: Yoga's own, and those of Apollo's clients. */
const preflighted = [
  'x-graphql-yoga-csrf',
  'graphql-require-preflight',
  'apollo-require-preflight',
];

/**
 * Refuses what any page on the web can make a browser send: GET, and POST of a form or of plain text.
 * A browser says where a request comes from in `Sec-Fetch-Site`, which no page can set: its own pages
 * (GraphiQL, an EventSource) may ask, and so may whoever types an address.
 */
export function crossSiteGuard(): Plugin {
  const prevention = useCSRFPrevention({ requestHeaders: preflighted });
  return {
    onRequestParse(payload) {
      const site = payload.request.headers.get('sec-fetch-site');
      if (site === 'same-origin' || site === 'none') return undefined;
      try {
        return prevention.onRequestParse?.(payload);
      } catch (cause) {
        if (!(cause instanceof GraphQLError)) throw cause;
        throw new GraphQLError(
          "A page elsewhere could have sent this without being asked. Send JSON by POST, or add the header 'GraphQL-Require-Preflight: 1'.",
          { extensions: { code: 'CSRF_PREVENTED', http: { status: 403 } } },
        );
      }
    },
  };
}

/** Pages of these origins may ask, and read the answers; `*` stands for all. No cookies are involved. */
export function corsFor(origins: readonly string[]): false | ((request: Request) => CORSOptions) {
  if (origins.length === 0) return false;
  const any = origins.includes('*');
  return (request) => {
    const origin = request.headers.get('origin');
    if (origin === null || (!any && !origins.includes(origin))) return false;
    return {
      origin: any ? '*' : [...origins],
      methods: ['GET', 'POST'],
      allowedHeaders: [
        'Content-Type',
        'Authorization',
        'GraphQL-Cost',
        'X-Request-Id',
        ...preflighted,
      ],
      exposedHeaders: ['RateLimit', 'RateLimit-Policy', 'Retry-After', 'X-Request-Id'],
      credentials: false,
      // Seconds for which a browser need not ask again.
      maxAge: 600,
    };
  };
}
