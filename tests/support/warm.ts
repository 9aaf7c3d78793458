import type { ServerProcess } from './server-process.ts';

const patience = 60_000;

/**
 * Asks until nothing times out. The first plan of a statement may take longer than the server
 * waits, on a database that has just come up and on a machine that has much else to do.
 */
export async function whenWarm({ url }: ServerProcess, queries: readonly string[]): Promise<void> {
  const deadline = Date.now() + patience;
  for (const query of queries) {
    while ((await codesOf(url, query)).includes('QUERY_TIMED_OUT')) {
      if (Date.now() > deadline) throw new Error(`still timed out after ${patience} ms: ${query}`);
    }
  }
}

async function codesOf(url: string, query: string): Promise<unknown[]> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { errors = [] } = (await response.json()) as {
    errors?: readonly { extensions?: { code?: unknown } }[];
  };
  return errors.map(({ extensions }) => extensions?.code);
}
