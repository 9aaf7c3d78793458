import { z } from 'zod';
import { isLoopback } from '../guards/hosts.ts';

const listed = z.string().transform((text) => text.split(/[\s,;]+/).filter(Boolean));
const count = z.coerce
  .number({ error: 'is no number' })
  .int('is no whole number')
  .min(0, 'is less than 0');
const address = z.url({ protocol: /^https?$/, error: 'is no address on the web' });

export const accessSettings = {
  /** Names under which the server is asked; those of the loopback interface if it listens there. */
  CLAIMGRAPH_HOSTS: listed.default([]),
  CLAIMGRAPH_CORS_ORIGINS: listed.default([]),
  CLAIMGRAPH_OPEN: z.literal('yes-to-everyone', { error: "is not 'yes-to-everyone'" }).optional(),
  CLAIMGRAPH_API_KEYS: z.string().optional(),
  CLAIMGRAPH_API_KEYS_FILE: z.string().optional(),
  CLAIMGRAPH_JWT_ISSUER: address.optional(),
  CLAIMGRAPH_JWT_JWKS: address.optional(),
  CLAIMGRAPH_JWT_AUDIENCE: z.string().optional(),
  CLAIMGRAPH_RATE_REQUESTS: count.optional(),
  CLAIMGRAPH_RATE_SECONDS: count.optional(),
  CLAIMGRAPH_TRUSTED_PROXIES: count.default(0),
  CLAIMGRAPH_TRUSTED_DOCUMENTS: z.string().optional(),
};

const AccessSettings = z.object(accessSettings);
type Environment = z.infer<typeof AccessSettings>;

/** Who may ask, and how much. */
export interface Access {
  /** `name:scopes:hash` of each key, as `npm run keys -- new` prints them; where they are from. */
  readonly keys: { readonly text?: string | undefined; readonly file?: string | undefined };
  readonly tokens: Tokens | null;
  readonly hosts: readonly string[];
  readonly corsOrigins: readonly string[];
  /** Requests, and seconds of answering them, that one key or address may take in a minute; null for no limit. */
  readonly rates: { readonly requests: number | null; readonly seconds: number | null };
  /** Proxies before the server, each of which adds an address to X-Forwarded-For. */
  readonly proxies: number;
  /** A JSON file of the only documents that are answered, by their SHA-256. */
  readonly trustedDocuments: string | undefined;
}

export interface Tokens {
  readonly issuer: string;
  readonly jwks: string;
  readonly audience: string;
}

/** What a server that is not for its own machine alone grants if nothing is said. */
const publicRates = { requests: 1_200, seconds: 60 };

export function accessFrom(env: Environment & { readonly HOST: string }): Access {
  const wanted = !isLoopback(env.HOST) || isClosed(env);
  return {
    keys: { text: env.CLAIMGRAPH_API_KEYS, file: env.CLAIMGRAPH_API_KEYS_FILE },
    tokens: tokensFrom(env),
    hosts: env.CLAIMGRAPH_HOSTS,
    corsOrigins: env.CLAIMGRAPH_CORS_ORIGINS,
    rates: {
      requests: (env.CLAIMGRAPH_RATE_REQUESTS ?? (wanted ? publicRates.requests : 0)) || null,
      seconds: (env.CLAIMGRAPH_RATE_SECONDS ?? (wanted ? publicRates.seconds : 0)) || null,
    },
    proxies: env.CLAIMGRAPH_TRUSTED_PROXIES,
    trustedDocuments: env.CLAIMGRAPH_TRUSTED_DOCUMENTS,
  };
}

function tokensFrom(env: Environment): Tokens | null {
  const { CLAIMGRAPH_JWT_ISSUER: issuer, CLAIMGRAPH_JWT_AUDIENCE: audience } = env;
  if (issuer === undefined || audience === undefined) return null;
  const jwks = env.CLAIMGRAPH_JWT_JWKS ?? `${issuer.replace(/\/$/, '')}/.well-known/jwks.json`;
  return { issuer, jwks, audience };
}

function isClosed(env: Environment): boolean {
  return [env.CLAIMGRAPH_API_KEYS, env.CLAIMGRAPH_API_KEYS_FILE, env.CLAIMGRAPH_JWT_ISSUER].some(
    (setting) => setting !== undefined,
  );
}

/** Settings of access that are right by themselves and wrong together. */
export function accessContradictions(env: Environment & { readonly HOST: string }): string[] {
  const problems: string[] = [];
  if (!isLoopback(env.HOST) && !isClosed(env) && !env.CLAIMGRAPH_OPEN) {
    problems.push(
      `HOST=${env.HOST} lets other machines in, and nothing says who may: set CLAIMGRAPH_API_KEYS (npm run keys -- new NAME) or CLAIMGRAPH_JWT_ISSUER. If everyone who reaches it may do everything, say so: CLAIMGRAPH_OPEN=yes-to-everyone.`,
    );
  }
  if (env.CLAIMGRAPH_JWT_ISSUER && env.CLAIMGRAPH_JWT_AUDIENCE === undefined) {
    problems.push(
      'CLAIMGRAPH_JWT_ISSUER is set without CLAIMGRAPH_JWT_AUDIENCE: tokens for other services would do here. Set it to the name that this server has at the issuer.',
    );
  }
  if (!env.CLAIMGRAPH_JWT_ISSUER && (env.CLAIMGRAPH_JWT_JWKS || env.CLAIMGRAPH_JWT_AUDIENCE)) {
    problems.push(
      'CLAIMGRAPH_JWT_JWKS and CLAIMGRAPH_JWT_AUDIENCE belong to CLAIMGRAPH_JWT_ISSUER: set it too, or neither.',
    );
  }
  if (env.CLAIMGRAPH_API_KEYS !== undefined && env.CLAIMGRAPH_API_KEYS_FILE !== undefined) {
    problems.push('CLAIMGRAPH_API_KEYS and CLAIMGRAPH_API_KEYS_FILE are both set: keep one.');
  }
  return problems;
}
