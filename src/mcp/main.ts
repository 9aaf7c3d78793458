import '../production.ts';

import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { Command, InvalidArgumentError } from 'commander';
import { destination, type Logger, pino } from 'pino';
import { type Config, readConfig } from '../config.ts';
import { ConfigError } from '../errors.ts';
import { patientSettings } from '../guards/limits.ts';
import { portOf } from '../listen.ts';
import { askThrough, type PostFor } from './ask.ts';
import { readMcpConfig } from './config.ts';
import { serveHttp } from './http.ts';
import { inProcess } from './in-process.ts';
import { remote } from './remote.ts';
import { createMcpServer } from './server.ts';

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

type Make = (authorization?: string) => ReturnType<typeof createMcpServer>;

/** Each way to serve resolves with what ends it. */
async function serveStdio(make: Make, stop: () => Promise<void>) {
  const server = make();
  process.stdin.once('end', () => void stop());
  await server.connect(new StdioServerTransport());
  return () => server.close();
}

async function serveAt(at: number, make: Make, log: Logger) {
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

async function ways(config: Config, log: Logger): Promise<[PostFor, () => Promise<void>]> {
  const { url, apiKey } = readMcpConfig(process.env);
  if (url) return [remote(url, apiKey), async () => {}];
  const { post, close } = await inProcess(config, log);
  return [() => post, close];
}

try {
  let end = async () => {};
  let close = async () => {};
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await end();
    await close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  const config = readConfig({ ...patientSettings, ...process.env });
  // Standard output belongs to the protocol.
  const log = pino({ level: config.logLevel, base: null }, destination(2));
  const [postFor, closing] = await ways(config, log);
  close = closing;
  const make: Make = (authorization) => createMcpServer(askThrough(postFor(authorization)), log);
  end =
    flags.http === undefined ? await serveStdio(make, stop) : await serveAt(flags.http, make, log);
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`The MCP server cannot start.\n${error.message}\n`);
  process.exit(1);
}
