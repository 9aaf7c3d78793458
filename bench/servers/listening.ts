import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Serves on a free loopback port, and says which on standard output, until a SIGTERM. */
export function serve(listener: RequestListener): void {
  const server = createServer(listener).listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    process.stdout.write(`GraphQL http://127.0.0.1:${port}/graphql\n`);
  });
  process.once('SIGTERM', () => process.exit(0));
}
