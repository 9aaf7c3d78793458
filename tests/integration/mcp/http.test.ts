import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { merge } from '../../../import/redirects/reconcile.ts';
import { ontology } from '../../../schema/ontology/ontology.ts';
import { useEmptyGraph } from '../import/support/empty-graph.ts';

const main = fileURLToPath(new URL('../../../src/mcp/main.ts', import.meta.url));
const graph = useEmptyGraph();
let server: ReturnType<typeof spawn>;
let url: string;

beforeAll(async () => {
  const args = ['--import', 'tsx', main, '--http', '0'];
  server = spawn(process.execPath, args, { env: graph.environment, stdio: 'pipe' });
  url = await new Promise<string>((resolve, reject) => {
    server.once('exit', () => reject(new Error('it has ended')));
    server.stderr?.on('data', (chunk) => {
      const said = /http:\S+\/mcp/.exec(String(chunk));
      if (said) resolve(said[0]);
    });
  });
});
afterAll(() => server.kill('SIGKILL'));

test('a client over HTTP has the tools, a merged key answers, and a conflict is found', async () => {
  const company = (key: string) => ({ kind: 'entity', key, type: 'Company', nameEn: key });
  const counted = (document: string, number: number) => [
    { kind: 'document', key: document, title: document, language: 'en' },
    {
      ...{ kind: 'statement', document, subject: 'acme', predicate: 'STORE_COUNT' },
      ...{ value: { number, unit: 'shops' }, modality: 'FACT' },
    },
  ];
  const claims = [...counted('memo', 5), ...counted('note', 9)];
  const { rejects } = await graph.importLines([company('acme'), company('acme-inc'), ...claims]);
  expect(rejects).toEqual([]);
  const ends = { into: 'acme', key: 'acme-inc', reason: 'one' };
  await merge({ ontology, client: graph.client, ...ends });
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(new StreamableHTTPClientTransport(new URL(url)) as never);
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name).sort()).toEqual([
    ...['conflicts', 'entity', 'paths', 'promises', 'relations', 'search', 'timeline'],
  ]);
  const { isError, structuredContent } = await client.callTool({
    ...{ name: 'entity', arguments: { key: 'acme-inc' } },
  });
  expect(isError).not.toBe(true);
  expect(structuredContent).toMatchObject({ entity: { key: 'acme' } });
  const { structuredContent: found } = await client.callTool({ name: 'conflicts', arguments: {} });
  expect(found).toMatchObject({ conflicts: { totalCount: 1, nodes: [{ kind: 'VALUE' }] } });
  await client.close();
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
