import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { onTestFinished } from 'vitest';

export const audience = 'claimgraph';

/** Signs tokens, and serves the public half of its key, until the test is over. */
export async function issuer() {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), alg: 'ES256', kid: 'now', use: 'sig' };
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ keys: [jwk] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  onTestFinished(close);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const now = Math.floor(Date.now() / 1_000);
  /** A valid token, but for what is given. */
  const token = (
    claims: Readonly<Record<string, unknown>> = {},
    { key = privateKey as Parameters<SignJWT['sign']>[0], alg = 'ES256', kid = 'now' } = {},
  ) =>
    new SignJWT({
      ...{ sub: 'reader@example.org', iss: url, aud: audience, iat: now, exp: now + 600 },
      ...{ scope: 'read', ...claims },
    })
      .setProtectedHeader({ alg, kid })
      .sign(key);
  return { url, now, token, jwk, close, tokens: { issuer: url, jwks: url, audience } };
}
