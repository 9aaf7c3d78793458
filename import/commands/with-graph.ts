import type { GraphClient } from '../../src/graph/client.ts';
import { openGraph } from '../../src/open-graph.ts';

/** Does work on the database that the environment names, and lets go of it. */
export async function withGraph<Result>(work: (client: GraphClient) => Promise<Result>) {
  const graph = await openGraph(process.env, opening());
  try {
    return await work(graph.client);
  } finally {
    await graph.close();
  }
}

/** What the start of a managed Neo4j is at, a line for each step. */
function opening() {
  let shown = '';
  return ({ message }: { readonly message: string }) => {
    if (message !== shown) console.error(message);
    shown = message;
  };
}
