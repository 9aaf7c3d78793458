import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { buildSchema } from '../../../schema/graphql/schema.ts';
import { ontology } from '../../../schema/ontology/ontology.ts';
import { readTrustedDocuments } from '../../../src/guards/trusted-documents.ts';
import { listening } from './support/listening.ts';

const schema = buildSchema(ontology);
const known = 'query Known($key: String!) { entity(ref: { key: $key }) { name } }';
const hash = createHash('sha256').update(known).digest('hex');
const variables = { key: 'xiaomi' };
const answer = { data: { entity: { name: 'Xiaomi' } } };

function manifest(content: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'claimgraph-documents-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'documents.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const trusting = () =>
  listening({ documents: readTrustedDocuments(manifest({ [hash]: known }), schema) });

it.each([
  ['by its id', { documentId: `sha256:${hash}` }],
  ["as Apollo's clients do", { extensions: { persistedQuery: { version: 1, sha256Hash: hash } } }],
])('a document that is known is answered %s, with its variables', async (_how, named) => {
  const { post } = await trusting();
  expect((await post({}, JSON.stringify({ ...named, variables }))).json).toEqual(answer);
});

it.each([
  ['any other', { query: '{ stats { documents } }' }, 'PERSISTED_QUERY_ONLY'],
  ['the known one in full', { query: known }, 'PERSISTED_QUERY_ONLY'],
  ['introspection', { query: '{ __schema { types { name } } }' }, 'PERSISTED_QUERY_ONLY'],
  ['an id that is not known', { documentId: 'sha256:00' }, 'PERSISTED_QUERY_NOT_FOUND'],
  ['a name that all objects have', { documentId: 'constructor' }, 'PERSISTED_QUERY_NOT_FOUND'],
  [
    'an id and another document',
    { documentId: hash, query: '{ stats { documents } }' },
    'PERSISTED_QUERY_ONLY',
  ],
  ['nothing', { variables }, 'PERSISTED_QUERY_ID_REQUIRED'],
])('%s is refused', async (_what, body, code) => {
  const { post, statements } = await trusting();
  const { status, json } = await post({}, JSON.stringify(body));
  expect([status, json.errors[0].extensions.code]).toEqual([400, code]);
  expect(statements).toEqual([]);
});

it('there is no GraphiQL, where nothing could be asked', async () => {
  const { send } = await trusting();
  const headers = { accept: 'text/html', 'sec-fetch-site': 'none' };
  expect((await send({ headers })).body).not.toContain('<html');
});

it.each([
  ['no object', ['a'], /no JSON object of documents/],
  ['a document that is not what its hash says', { abc: known }, /not what its hash says/],
  [
    'one that cannot be answered',
    withHash('{ nothing }'),
    /cannot be answered: Cannot query field/,
  ],
  ['one that cannot be read', withHash('{'), /cannot be read: Syntax Error/],
])('a list with %s is refused at the start', (_what, content, problem) => {
  expect(() => readTrustedDocuments(manifest(content), schema)).toThrow(problem);
});

function withHash(text: string) {
  return { [createHash('sha256').update(text).digest('hex')]: text };
}
