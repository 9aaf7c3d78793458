import { type AddressInfo, createServer, type Server } from 'node:net';
import { ConfigError } from '../errors.ts';

export interface Ports {
  bolt: number;
  http: number;
}

export interface WantedPorts {
  boltPort?: number | undefined;
  httpPort?: number | undefined;
}

/** A port that was asked for must be free; else Neo4j's usual one, or the next free after it. */
export async function choosePorts({ boltPort, httpPort }: WantedPorts): Promise<Ports> {
  const problems: string[] = [];
  for (const [name, port] of [
    ['Bolt', boltPort],
    ['HTTP', httpPort],
  ] as const) {
    if (port !== undefined && !(await isFree(port))) {
      problems.push(
        `Port ${port}, asked for as Neo4j's ${name} port, cannot be opened on 127.0.0.1: another ` +
          'program uses it, or it is reserved. End that program, or ask for another port or for none.',
      );
    }
  }
  if (boltPort !== undefined && boltPort === httpPort) {
    problems.push(`Neo4j's Bolt and HTTP port cannot both be ${boltPort}. Ask for two.`);
  }
  if (problems.length > 0) throw new ConfigError(problems);
  const bolt = boltPort ?? (await nextFree(7687, httpPort));
  return { bolt, http: httpPort ?? (await nextFree(7474, bolt)) };
}

/** Two free ports far from those that users know: for a server that nobody is to meet. */
export async function unusualPorts(): Promise<Ports> {
  const [bolt, http] = [createServer(), createServer()];
  const ports = { bolt: await listen(bolt), http: await listen(http) };
  await Promise.all([bolt, http].map((server) => new Promise((done) => server.close(done))));
  return ports;
}

export async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () =>
      server.close(() => resolve(true)),
    );
  });
}

async function nextFree(from: number, not: number | undefined): Promise<number> {
  for (let port = from; port < from + 200; port++) {
    if (port !== not && (await isFree(port))) return port;
  }
  throw new ConfigError([`No port from ${from} to ${from + 199} is free on 127.0.0.1.`]);
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
