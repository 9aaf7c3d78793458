import '../production.ts';

import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { destination, pino } from 'pino';
import { buildSchema } from '../../schema/graphql/schema.ts';
import { ontology } from '../../schema/ontology/ontology.ts';
import { ConfigError } from '../errors.ts';
import { openGraph } from '../open-graph.ts';
import { ReaderCopies } from '../reader-copies.ts';
import { createGraphServer } from '../server.ts';
import { askThrough } from './ask.ts';
import { readMcpConfig } from './config.ts';
import { remote } from './remote.ts';
import { createMcpServer } from './server.ts';

// Standard output belongs to the protocol.
const log = pino({ level: 'warn', base: null }, destination(2));

async function inProcess() {
  const { client, close } = await openGraph(process.env);
  const schema = buildSchema(ontology);
  const yoga = createGraphServer({
    ...{ schema, ontology, client, copies: new ReaderCopies(), tabs: [], log },
  });
  const headers = { 'content-type': 'application/json' };
  const post = async (body: string) =>
    yoga.fetch('http://localhost/graphql', { method: 'POST', headers, body });
  return { post, close };
}

try {
  const { url, apiKey } = readMcpConfig(process.env);
  const { post, close } = url
    ? { post: remote(url, apiKey), close: async () => {} }
    : await inProcess();
  const server = createMcpServer(askThrough(post), log);
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await server.close();
    await close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  process.stdin.once('end', () => void stop());
  await server.connect(new StdioServerTransport());
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`The MCP server cannot start.\n${error.message}\n`);
  process.exit(1);
}
