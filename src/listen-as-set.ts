import { createServer, type Server } from 'node:http';
import type { Config } from './config.ts';
import { ConfigError } from './errors.ts';
import { listen, portOf } from './listen.ts';

type Settings = Pick<Config, 'port' | 'host'>;

/** The settings that say where. */
const main = { port: 'PORT', host: 'HOST' };

/** Listens where PORT and HOST, or other settings, say. Throws {@link ConfigError} where that is not possible. */
export async function listenAsSet(
  server: Server,
  { port, host }: Settings,
  names = main,
): Promise<Server> {
  try {
    return await listen(server, { port, host });
  } catch (error) {
    const problem = problems[(error as NodeJS.ErrnoException).code ?? '']?.(names);
    if (!problem) throw error;
    throw new ConfigError([`${names.port}=${port} on ${names.host}=${host} ${problem}.`], {
      cause: error,
    });
  }
}

/** The port to listen on. A taken one is to be told before a database is started and filled. */
export async function probePort(settings: Settings): Promise<number> {
  const probe = await listenAsSet(createServer(), settings);
  const port = portOf(probe);
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

const problems: Readonly<Record<string, (names: typeof main) => string>> = {
  EADDRINUSE: ({ port }) =>
    `is in use: end what listens there, or set ${port} to another one (0 takes any)`,
  EACCES: ({ port }) => `may not be opened by this user: set ${port} to one above 1023`,
  EADDRNOTAVAIL: ({ host }) => `is no address of this machine: set ${host} to one of its own`,
  ENOTFOUND: ({ host }) => `is no known host: set ${host} to an address of this machine`,
};
