import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import type { Logger } from 'pino';
import { type Caller, isScope } from './caller.ts';
import { issuerUnreachable, unauthenticated } from './refusals.ts';
import type { Tokens } from './settings.ts';

/** With a key pair only: a secret that both sides know would let this server make tokens itself. */
const algorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];

/** Seconds by which two clocks may differ. */
const clockTolerance = 5;

/** Who holds a token: its `sub`, with the scopes of its `scope` claim that this server knows. */
export function tokenReader({ issuer, jwks, audience }: Tokens, log: Logger) {
  const keys = createRemoteJWKSet(new URL(jwks), { timeoutDuration: 2_000 });
  return async (token: string): Promise<Caller> => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        ...{ issuer, audience, algorithms, clockTolerance },
        requiredClaims: ['exp', 'sub'],
      });
      const granted = typeof payload.scope === 'string' ? payload.scope.split(' ') : [];
      return { name: payload.sub ?? '', scopes: new Set(granted.filter(isScope)) };
    } catch (error) {
      if (isAboutTheToken(error)) {
        log.info({ reason: (error as errors.JOSEError).code }, 'a token is refused');
        throw unauthenticated('invalid_token');
      }
      log.error({ err: error }, 'the keys of CLAIMGRAPH_JWT_ISSUER cannot be read');
      throw issuerUnreachable();
    }
  };
}

/** Everything else is about the issuer's keys: no answer, another status than 200, no JSON. */
function isAboutTheToken(error: unknown): boolean {
  return (
    error instanceof errors.JWTInvalid ||
    error instanceof errors.JWTExpired ||
    error instanceof errors.JWTClaimValidationFailed ||
    error instanceof errors.JWSInvalid ||
    error instanceof errors.JWSSignatureVerificationFailed ||
    error instanceof errors.JOSEAlgNotAllowed ||
    error instanceof errors.JOSENotSupported ||
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys
  );
}
