import { createServer, type Server } from 'node:http';
import type { Config } from './config.ts';
import { ConfigError } from './errors.ts';
import { listen, portOf } from './listen.ts';

type Settings = Pick<Config, 'port' | 'host'>;

/** Listens where PORT and HOST say. Throws {@link ConfigError} where that is not possible. */
export async function listenAsSet(server: Server, { port, host }: Settings): Promise<Server> {
  try {
    return await listen(server, { port, host });
  } catch (error) {
    const problem = problems[(error as NodeJS.ErrnoException).code ?? ''];
    if (!problem) throw error;
    throw new ConfigError([`PORT=${port} on HOST=${host} ${problem}.`], { cause: error });
  }
}

/** The port to listen on. A taken one is to be told before a database is started and filled. */
export async function probePort(settings: Settings): Promise<number> {
  const probe = await listenAsSet(createServer(), settings);
  const port = portOf(probe);
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

const problems: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use: end what listens there, or set PORT to another one (0 takes any)',
  EACCES: 'may not be opened by this user: set PORT to one above 1023',
  EADDRNOTAVAIL: 'is no address of this machine: set HOST to one of its own',
  ENOTFOUND: 'is no known host: set HOST to an address of this machine',
};
