import type { BenchQuery, Variables } from '../queries/bench-query.ts';
import type { RunningServer, ServerName } from '../servers/start-server.ts';

/** A request as a server is sent it. */
export interface BenchRequest {
  readonly method: 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** One request for each row that was picked. */
export function requestsFor(
  query: BenchQuery,
  server: ServerName,
  picked: readonly Variables[],
): BenchRequest[] {
  return picked.map((row) => {
    // Only the servers without words of their own are told how ours takes them apart.
    const derived =
      server === 'ours' || server === 'naive' ? row : { ...row, ...query.derive?.(row) };
    const variables = server === 'peer' && query.derive ? without(derived, row) : derived;
    const document = { ours: query.document, naive: query.document, peer: query.peer.document };
    const body = server === 'limit' ? { variables } : { query: document[server], variables };
    return {
      method: 'POST',
      path: server === 'limit' ? `/${query.name}` : '/graphql',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    };
  });
}

function without(variables: Variables, dropped: Variables): Variables {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !(name in dropped)));
}

/** Sends one request, and gives the `data` of its answer. */
export async function ask({ url, name }: RunningServer, request: BenchRequest): Promise<unknown> {
  const { method, path, headers, body } = request;
  const response = await fetch(`${url}${path}`, { method, headers, body });
  const text = await response.text();
  const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: unknown };
  if (errors !== undefined || data == null)
    throw new Error(`${name} answers ${text.slice(0, 500)}`);
  return data;
}
