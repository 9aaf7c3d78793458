import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

type Transport = Parameters<Client['connect']>[0];

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A cold database on a busy machine takes its time. */
export const patient = {
  CLAIMGRAPH_STATEMENT_TIME: '60000',
  CLAIMGRAPH_REQUEST_TIME: '60000',
  CLAIMGRAPH_TRAVERSAL_TIME: '25000',
};

/** The MCP server as a process of its own, as a host of models runs it. */
export async function mcpProcess(environment: Readonly<Record<string, string>>) {
  const transport = new StdioClientTransport({
    ...{ command: process.execPath, args: ['--import', 'tsx', 'src/mcp/main.ts'], cwd: root },
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...patient, ...environment },
    stderr: 'pipe',
  });
  let said = '';
  transport.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  const client = await connected(transport);
  return { ...client, pid: transport.pid ?? 0, log: () => said };
}

export function mcpOver(url: URL, headers: Readonly<Record<string, string>> = {}) {
  return connected(
    new StreamableHTTPClientTransport(url, { requestInit: { headers } }) as Transport,
  );
}

async function connected(transport: Transport) {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(transport);
  // Answers are then held against the schemas that the tools declare.
  const { tools } = await client.listTools();
  const call = async (name: string, given: Readonly<Record<string, unknown>> = {}) => {
    const request = { name, arguments: given };
    const { content, isError, structuredContent } = await client.callTool(request, undefined, {
      timeout: 240_000,
    });
    const [{ text }] = content as [{ readonly text: string }];
    // biome-ignore lint/suspicious/noExplicitAny: answers are compared with what a tool is asked.
    return { isError: isError === true, text, data: structuredContent as any };
  };
  return { client, tools, call, close: () => client.close() };
}
