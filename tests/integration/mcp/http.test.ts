import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { merge } from '../../../import/redirects/reconcile.ts';
import { ontology } from '../../../schema/ontology/ontology.ts';
import { mcpOver, patient } from '../../support/mcp-client.ts';
import { useEmptyGraph } from '../import/support/empty-graph.ts';

const main = fileURLToPath(new URL('../../../src/mcp/main.ts', import.meta.url));
const graph = useEmptyGraph();
let server: ReturnType<typeof spawn>;
let url: string;

beforeAll(async () => {
  const args = ['--import', 'tsx', main, '--http', '0'];
  server = spawn(process.execPath, args, {
    env: { ...graph.environment, ...patient },
    stdio: 'pipe',
  });
  url = await new Promise<string>((resolve, reject) => {
    server.once('exit', () => reject(new Error('it has ended')));
    server.stderr?.on('data', (chunk) => {
      const said = /http:\S+\/mcp/.exec(String(chunk));
      if (said) resolve(said[0]);
    });
  });
});
afterAll(() => server.kill('SIGKILL'));

test('a client over HTTP has the tools, a merged key answers, a conflict is found, and two of one name are told apart', async () => {
  const company = (key: string, nameEn = key) => ({
    ...{ kind: 'entity', key, type: 'Company', nameEn },
  });
  const twins = [company('twin-of-here', 'Twin'), company('twin-of-there', 'Twin')];
  const counted = (document: string, number: number) => [
    { kind: 'document', key: document, title: document, language: 'en' },
    {
      ...{ kind: 'statement', document, subject: 'acme', predicate: 'STORE_COUNT' },
      ...{ value: { number, unit: 'shops' }, modality: 'FACT' },
    },
  ];
  const claims = [...counted('memo', 5), ...counted('note', 9)];
  const companies = [company('acme'), company('acme-inc'), ...twins];
  const { rejects } = await graph.importLines([...companies, ...claims]);
  expect(rejects).toEqual([]);
  const ends = { into: 'acme', key: 'acme-inc', reason: 'one' };
  await merge({ ontology, client: graph.client, ...ends });
  const { tools, call, close } = await mcpOver(new URL(url));
  expect(tools.map(({ name }) => name).sort()).toEqual([
    ...['conflicts', 'entity', 'paths', 'promises', 'relations', 'search', 'timeline'],
  ]);
  for (const { outputSchema } of tools) expect(outputSchema).toMatchObject({ type: 'object' });
  const { isError, data } = await call('entity', { entity: 'acme-inc' });
  expect({ isError, data }).toMatchObject({ isError: false, data: { entity: { key: 'acme' } } });
  const { data: found } = await call('conflicts');
  expect(found).toMatchObject({ conflicts: { totalCount: 1, nodes: [{ kind: 'VALUE' }] } });
  const unclear = await call('timeline', { entity: 'Twin' });
  expect(unclear.isError).toBe(true);
  expect(unclear.text).toMatch(/- twin-of-here: .*\n- twin-of-there: /);
  await close();
});

test.each([
  [{ host: 'evil.example' }, 403],
  [{ origin: 'http://evil.example' }, 403],
  [{}, 200],
])('a request with %o is answered with %i', async (headers, status) => {
  const sent = request(url, {
    method: 'POST',
    headers: {
      ...{ 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
      ...headers,
    },
  });
  sent.end(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' }));
  const [response] = await once(sent, 'response');
  const said = await text(response);
  expect(response.statusCode).toBe(status);
  if (status === 403) expect(said).not.toContain('tools');
});

test('SIGTERM ends it', async () => {
  server.kill('SIGTERM');
  const [code] = await once(server, 'exit');
  expect(code).toBe(0);
});
