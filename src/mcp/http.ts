import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import type { Logger } from 'pino';
import { listen, portOf } from '../listen.ts';

const path = '/mcp';

/** Names of this machine alone: a page elsewhere may make a browser ask it under another one. */
const names = ['localhost', '127.0.0.1', '[::1]'];

/**
 * MCP over Streamable HTTP, on the loopback interface, at /mcp. Without sessions: each request stands for
 * itself, and has a server of its own, made for its Authorization header. Requests of pages of other
 * origins are refused.
 */
export async function serveHttp(
  makeServer: (authorization?: string) => McpServer,
  port: number,
  log: Logger,
): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url !== path)
      return refuse(response, 404, `There is nothing here: MCP is at ${path}.`);
    if (request.method !== 'POST') {
      return refuse(
        response,
        405,
        'Without sessions there is nothing to GET or DELETE: POST a message.',
      );
    }
    const mcp = makeServer(request.headers.authorization);
    answer(mcp, allowedAt(portOf(server)), request, response).catch((error: unknown) => {
      log.error({ err: error }, 'an MCP request failed');
      if (!response.headersSent) refuse(response, 500, 'Something went wrong on our side.');
    });
  });
  // Models think for longer than the 5 s of Node's default before they ask again on the same connection.
  server.keepAliveTimeout = 60_000;
  return listen(server, { port, host: '127.0.0.1' });
}

function allowedAt(port: number) {
  const hosts = names.map((name) => `${name}:${port}`);
  return { allowedHosts: hosts, allowedOrigins: hosts.map((host) => `http://${host}`) };
}

async function answer(
  server: McpServer,
  allowed: ReturnType<typeof allowedAt>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const transport = new StreamableHTTPServerTransport({
    ...{ ...allowed, enableDnsRebindingProtection: true, enableJsonResponse: true },
  });
  response.once('close', () => void server.close());
  await server.connect(transport as Parameters<McpServer['connect']>[0]);
  await transport.handleRequest(request, response);
}

function refuse(response: ServerResponse, status: number, message: string): void {
  const headers = {
    'content-type': 'application/json',
    ...(status === 405 ? { allow: 'POST' } : {}),
  };
  const error = { code: -32_000, message };
  response.writeHead(status, headers).end(JSON.stringify({ jsonrpc: '2.0', error, id: null }));
}
