import '../production.ts';

import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { Command, InvalidArgumentError } from 'commander';
import { destination, pino } from 'pino';
import { buildSchema } from '../../schema/graphql/schema.ts';
import { ontology } from '../../schema/ontology/ontology.ts';
import { readConfig } from '../config.ts';
import { ConfigError } from '../errors.ts';
import { servingLimits } from '../graph/client.ts';
import { CurrentRedirects } from '../graph/redirects.ts';
import { portOf } from '../listen.ts';
import { openGraph } from '../open-graph.ts';
import { ReaderCopies, readCopies } from '../reader-copies.ts';
import { createGraphServer } from '../server.ts';
import { askThrough } from './ask.ts';
import { readMcpConfig } from './config.ts';
import { serveHttp } from './http.ts';
import { remote } from './remote.ts';
import { createMcpServer } from './server.ts';

// Standard output belongs to the protocol.
const log = pino({ level: 'warn', base: null }, destination(2));

const flags = new Command('mcp')
  .description('An MCP server for language models, over standard input and output.')
  .option(
    '--http <port>',
    'over Streamable HTTP instead, on the loopback interface; 0 for any port',
    port,
  )
  .parse()
  .opts<{ readonly http?: number }>();

function port(text: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= 65_535) return number;
  throw new InvalidArgumentError('It must be a port, from 0 to 65535.');
}

type Make = () => ReturnType<typeof createMcpServer>;

/** Each way to serve resolves with what ends it. */
async function serveStdio(make: Make, stop: () => Promise<void>) {
  const server = make();
  process.stdin.once('end', () => void stop());
  await server.connect(new StdioServerTransport());
  return () => server.close();
}

async function serveAt(at: number, make: Make) {
  const server = await serveHttp(make, at, log).catch(taken(at));
  process.stderr.write(`MCP is at http://127.0.0.1:${portOf(server)}/mcp\n`);
  return async () => {
    server.closeAllConnections();
    server.close();
  };
}

function taken(at: number) {
  return (error: NodeJS.ErrnoException): never => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new ConfigError([`--http ${at}: the port is in use. Name another one, or 0 for any.`]);
  };
}

async function inProcess() {
  const { documents } = readConfig(process.env);
  const copies = documents ? await readCopies(documents) : new ReaderCopies();
  const { client, close } = await openGraph(process.env, undefined, servingLimits);
  const redirects = new CurrentRedirects(client);
  const schema = buildSchema(ontology);
  const yoga = createGraphServer({
    ...{ schema, ontology, client, copies, tabs: [], log },
    redirects: () => redirects.current(),
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
  const make = () => createMcpServer(askThrough(post), log);
  let stopping = false;
  let end = async () => {};
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await end();
    await close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  end = flags.http === undefined ? await serveStdio(make, stop) : await serveAt(flags.http, make);
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`The MCP server cannot start.\n${error.message}\n`);
  process.exit(1);
}
