import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Resolves with the server once it listens. */
export function listen(
  server: Server,
  { port, host }: { readonly port: number; readonly host: string },
): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve(server);
    });
  });
}

/** The port that a server listens on. */
export function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
