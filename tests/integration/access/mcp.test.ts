import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { identification } from '../../../src/access/identify.ts';
import { keyLine, newKey } from '../../../src/access/keys.ts';
import { readConfig } from '../../../src/config.ts';
import { portOf } from '../../../src/listen.ts';
import { askThrough } from '../../../src/mcp/ask.ts';
import { serveHttp } from '../../../src/mcp/http.ts';
import { remote } from '../../../src/mcp/remote.ts';
import { createMcpServer } from '../../../src/mcp/server.ts';
import { listening } from '../../support/listening.ts';
import { mcpOver, mcpProcess } from '../../support/mcp-client.ts';

const log = pino({ level: 'silent' });
const key = newKey();
const question = { query: 'Lei Jun', first: 1 };
const answered = { isError: false, data: { search: { edges: [{ node: { key: 'lei-jun' } }] } } };
const refused = { isError: true, text: expect.stringContaining('does not let us in') };

/** Of a server that lets in who holds the key. */
async function closedServer() {
  const keys = { text: keyLine('mcp', ['read'], key).line };
  const identify = identification({ ...readConfig({}).access, keys }, log);
  const { url } = await listening({ identify });
  return new URL('/', url);
}

test('an MCP server with a key asks a closed server', async () => {
  const url = await closedServer();
  const mcp = await mcpProcess({ CLAIMGRAPH_URL: url.href, CLAIMGRAPH_API_KEY: key });
  expect(await mcp.call('search', question)).toMatchObject(answered);
  await mcp.close();
});

test.each([
  ['its own key, where the client brings none', undefined, key, answered],
  ['the key of the client', key, undefined, answered],
  ['the key of the client, be it a wrong one', newKey(), key, refused],
  ['no key, where there is none', undefined, undefined, refused],
])('over HTTP a closed server is asked with %s', async (_what, brought, own, expected) => {
  const postFor = remote(await closedServer(), own);
  const make = (header?: string) => createMcpServer(askThrough(postFor(header)), log);
  const server = await serveHttp(make, 0, log);
  onTestFinished(() => void server.close());
  const url = new URL(`http://127.0.0.1:${portOf(server)}/mcp`);
  const mcp = await mcpOver(url, brought ? { authorization: `Bearer ${brought}` } : {});
  expect(await mcp.call('search', question)).toMatchObject(expected);
  await mcp.close();
});
