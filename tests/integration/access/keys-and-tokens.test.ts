import { generateKeyPair, UnsecuredJWT } from 'jose';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { visitor } from '../../../src/access/caller.ts';
import { identification } from '../../../src/access/identify.ts';
import { keyLine, newKey } from '../../../src/access/keys.ts';
import type { Access } from '../../../src/access/settings.ts';
import { readConfig } from '../../../src/config.ts';
import { leak, listening } from '../../support/listening.ts';
import { audience, issuer } from './support/issuer.ts';

const log = pino({ level: 'silent' });
const cypher = JSON.stringify({
  query:
    '{ paths(from: [{key: "lei-jun"}], to: [{key: "xiaomi"}], first: 1) { nodes { length } query { cypher } } }',
});

/** A server that lets in who is named, and nobody else. */
function closed(access: Partial<Access>) {
  const identify = identification({ ...readConfig({}).access, ...access }, log);
  return listening({ identify });
}

const bearer = (credential: string) => ({ authorization: `Bearer ${credential}` });

describe('a server with keys', () => {
  const [reader, analyst] = [newKey(), newKey()];
  const text = [
    keyLine('reader', ['read'], reader).line,
    keyLine('analyst', ['read', 'cypher'], analyst).line,
  ].join(';');

  it('answers who holds one, as far as its scopes go', async () => {
    const { post } = await closed({ keys: { text } });
    const asReader = await post(bearer(reader), cypher);
    expect(asReader.json.data.paths).toEqual({ nodes: [{ length: 1 }], query: null });
    expect(asReader.json.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const asAnalyst = await post(bearer(analyst), cypher);
    expect(asAnalyst.json.errors).toBeUndefined();
    expect(asAnalyst.json.data.paths.query.cypher).toContain('MATCH');
  });

  it.each([
    ['nothing', {}, ''],
    ['a wrong key', bearer(newKey()), ', error="invalid_token"'],
    ['a key that is cut', bearer(reader.slice(0, -1)), ', error="invalid_token"'],
    ['what is no key', bearer('x'), ', error="invalid_token"'],
    ['another scheme', { authorization: `Basic ${reader}` }, ''],
    [
      'the hash of a key',
      bearer(text.split(':')[2]?.slice(0, 64) ?? ''),
      ', error="invalid_token"',
    ],
  ])('tells who brings %s no more than that', async (_what, headers, error) => {
    const { post, send, statements } = await closed({ keys: { text } });
    const bodies = [
      '{ stats { documents } }',
      '{ __schema { types { name } } }',
      '{ noSuchField }',
      '{ broken',
    ];
    const replies = await Promise.all([
      ...bodies.map((query) => post(headers, JSON.stringify({ query }))),
      post(headers, 'no JSON'),
      send({
        path: '/graphql?query={__typename}',
        headers: { ...headers, 'sec-fetch-site': 'none' },
      }),
    ]);
    for (const reply of replies) {
      expect(reply.status).toBe(401);
      expect(reply.headers['www-authenticate']).toBe(`Bearer realm="claimgraph"${error}`);
      expect(reply.json).toEqual(replies[0]?.json);
      expect(reply.body).not.toMatch(leak);
    }
    expect(Object.keys(replies[0]?.json)).toEqual(['errors']);
    expect(statements).toEqual([]);
  });

  it('tells everybody whether it is well, and shows GraphiQL, in which a key can be set', async () => {
    const { send } = await closed({ keys: { text } });
    expect((await send({ path: '/health' })).status).toBe(200);
    expect((await send({ path: '/ready' })).status).toBe(200);
    const page = await send({ headers: { accept: 'text/html' } });
    expect(page.status).toBe(200);
  });

  it('does not start with keys that it cannot read, and shows none of them', () => {
    const start = (keys: Access['keys']) => () =>
      identification({ ...readConfig({}).access, keys }, log);
    expect(start({ text: 'reader:read:hunter2' })).toThrow(
      /CLAIMGRAPH_API_KEYS: key 'reader' has no/,
    );
    expect(start({ text: 'reader:read:hunter2' })).not.toThrow(/hunter2/);
    expect(start({ file: '/nowhere' })).toThrow(
      /CLAIMGRAPH_API_KEYS_FILE=\/nowhere cannot be read/,
    );
  });
});

describe('a server with an issuer of tokens', () => {
  it('answers who holds one of its tokens, as far as the scopes go', async () => {
    const { token, tokens } = await issuer();
    const { post } = await closed({ tokens });
    const asReader = await post(bearer(await token()), cypher);
    expect(asReader.json.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const asAnalyst = await post(bearer(await token({ scope: 'openid read cypher' })), cypher);
    expect(asAnalyst.json.errors).toBeUndefined();
  });

  it('refuses what is expired, too early, for others, by others, altered, or signed otherwise', async () => {
    const { now, token, tokens, url, jwk } = await issuer();
    const { post, statements } = await closed({ tokens });
    const another = (await generateKeyPair('ES256')).privateKey;
    const secret = new TextEncoder().encode(JSON.stringify(jwk));
    const valid = await token();
    const refused = {
      expired: await token({ exp: now - 60 }),
      'without an end': await token({ exp: undefined }),
      'not yet valid': await token({ nbf: now + 600 }),
      'for another audience': await token({ aud: 'others' }),
      'of another issuer': await token({ iss: 'https://attacker.example/' }),
      'of nobody': await token({ sub: undefined }),
      'signed by another key': await token({}, { key: another }),
      'of a key that is not known': await token({}, { kid: 'old' }),
      'signed by what is public': await token({}, { key: secret, alg: 'HS256' }),
      'not signed': new UnsecuredJWT({ scope: 'read write' })
        .setSubject('x')
        .setIssuer(url)
        .setAudience(audience)
        .setExpirationTime('10m')
        .encode(),
      altered: valid.replace(/\.[^.]+\./, `.${Buffer.from('{"sub":"x"}').toString('base64url')}.`),
      'no token': 'x.y.z',
    };
    for (const [what, credential] of Object.entries(refused)) {
      const reply = await post(bearer(credential));
      expect({ what, status: reply.status }).toEqual({ what, status: 401 });
      expect(reply.headers['www-authenticate']).toContain('error="invalid_token"');
      expect(reply.json.errors[0].message).toMatch(/not accepted/);
      expect(reply.body).not.toMatch(leak);
    }
    expect(statements).toEqual([]);
    expect((await post(bearer(valid))).status).toBe(200);
  });

  it('refuses a token that may not read', async () => {
    const { token, tokens } = await issuer();
    const { post, statements } = await closed({ tokens });
    for (const scope of ['', 'cypher', 'readers', 'READ']) {
      const reply = await post(bearer(await token({ scope })));
      expect({ scope, status: reply.status }).toEqual({ scope, status: 403 });
      expect(reply.headers['www-authenticate']).toContain(
        'error="insufficient_scope", scope="read"',
      );
    }
    expect(statements).toEqual([]);
  });

  it('says 503 while the issuer cannot be reached, and not where it is', async () => {
    const { token, tokens, close } = await issuer();
    const credential = await token();
    await close();
    const { post } = await closed({ tokens });
    const reply = await post(bearer(credential));
    expect(reply.status).toBe(503);
    expect(reply.headers['retry-after']).toBe('5');
    expect(reply.body).not.toMatch(leak);
  });

  it('takes keys beside tokens', async () => {
    const { token, tokens } = await issuer();
    const key = newKey();
    const { post } = await closed({ tokens, keys: { text: keyLine('desk', ['read'], key).line } });
    expect((await post(bearer(key))).status).toBe(200);
    expect((await post(bearer(await token()))).status).toBe(200);
    expect((await post(bearer(newKey()))).status).toBe(401);
  });

  it('looks for the keys where issuers have them, unless it is told', () => {
    const environment = {
      ...{ CLAIMGRAPH_JWT_ISSUER: 'https://i.example/' },
      CLAIMGRAPH_JWT_AUDIENCE: 'c',
    };
    expect(readConfig(environment).access.tokens?.jwks).toBe(
      'https://i.example/.well-known/jwks.json',
    );
    const elsewhere = { ...environment, CLAIMGRAPH_JWT_JWKS: 'https://k.example/keys' };
    expect(readConfig(elsewhere).access.tokens?.jwks).toBe('https://k.example/keys');
  });
});

it('whoever asks a server that is for everyone may read, and changes nothing without a key', async () => {
  const { post } = await listening({ anybody: visitor });
  const read = await post({}, cypher);
  expect(read.json.data.paths.query.cypher).toContain('MATCH');
  const mutation = 'mutation { retractDocument(input: { key: "any" }) { dryRun } }';
  const written = await post({}, JSON.stringify({ query: mutation }));
  expect(written.json).toMatchObject({
    ...{ data: { retractDocument: null }, errors: [{ extensions: { code: 'FORBIDDEN' } }] },
  });
});
