import type { BenchQuery, Question, Variables } from '../queries/bench-query.ts';
import type { RunningServer } from '../servers/start-server.ts';

/** A request as a server is sent it. */
export interface BenchRequest {
  readonly method: 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A request of GraphQL for each row that was picked. */
export function graphqlRequests(document: string, picked: readonly Variables[]): BenchRequest[] {
  return picked.map((variables) => postOf('/graphql', { query: document, variables }));
}

/** What one server is sent to answer a question that all are asked. */
export function requestsFor(
  query: BenchQuery,
  { name }: RunningServer,
  picked: readonly Variables[],
): BenchRequest[] {
  if (name === 'ours' || name === 'naive') return graphqlRequests(query.document, picked);
  const derived = picked.map((row) => query.derive?.(row) ?? row);
  if (name === 'peer') return graphqlRequests(query.peer.document, derived);
  return derived.map((variables) => postOf(`/${query.name}`, { variables }));
}

function postOf(path: string, body: object): BenchRequest {
  const headers = { 'content-type': 'application/json' };
  return { method: 'POST', path, headers, body: JSON.stringify(body) };
}

/** A server has not answered what was asked. */
export class NotAnswered extends Error {}

/** Whether an answer is one: no error, and not what was found until time ran out. */
export function isAnswer(body: string): boolean {
  return !body.includes('"errors":[') && !body.includes('"TIME_BUDGET"');
}

/** Sends one request, and gives the `data` of its answer. Throws {@link NotAnswered}. */
export async function ask({ url, name }: RunningServer, request: BenchRequest): Promise<unknown> {
  const { method, path, headers, body } = request;
  const response = await fetch(`${url}${path}`, { method, headers, body });
  const text = await response.text();
  if (!isAnswer(text)) throw new NotAnswered(`${name}: ${text.slice(0, 500)}`);
  const { data } = JSON.parse(text) as { data: unknown };
  return data;
}

/** The essences of our answers to a question. */
export async function ourEssences(
  ours: RunningServer,
  { document, essence }: Question,
  picked: readonly Variables[],
): Promise<unknown[]> {
  const essences: unknown[] = [];
  for (const request of graphqlRequests(document, picked)) {
    essences.push(essence(await ask(ours, request)));
  }
  return essences;
}
