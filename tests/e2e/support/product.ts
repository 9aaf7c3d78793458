import { afterAll, beforeAll } from 'vitest';
import {
  type ServerProcess,
  startServerProcess,
  temporaryHome,
} from '../../support/server-process.ts';

/** The whole product with a home of its own, from before a file's tests until after them. */
export function runningProduct(
  environment: Readonly<Record<string, string>> = {},
): () => ServerProcess {
  const { home, remove } = temporaryHome();
  let server: ServerProcess | undefined;
  beforeAll(async () => {
    server = await startServerProcess({ ...environment, CLAIMGRAPH_HOME: home });
  });
  afterAll(async () => {
    await server?.stop();
    remove();
  });
  return () => {
    if (!server) throw new Error('the product has not been started yet');
    return server;
  };
}
