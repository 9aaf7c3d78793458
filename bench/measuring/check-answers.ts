import { isDeepStrictEqual } from 'node:util';
import type { BenchQuery, Variables } from '../queries/bench-query.ts';
import type { RunningServer } from '../servers/start-server.ts';
import { ask, requestsFor } from './request.ts';

/** Throws unless all servers give the same answers to everything that will be measured. */
export async function checkAnswers(
  query: BenchQuery,
  servers: readonly RunningServer[],
  picked: readonly Variables[],
): Promise<void> {
  const answers = await Promise.all(servers.map((server) => essencesOf(query, server, picked)));
  for (const [at, server] of servers.entries()) {
    expectSame(
      [`${query.name} of ${servers[0]?.name}`, answers[0] ?? []],
      [`that of ${server.name}`, answers[at] ?? []],
      picked,
    );
  }
}

/** Throws where two lists of answers differ, and shows where. */
export function expectSame(
  [name, expected]: readonly [string, readonly unknown[]],
  [otherName, found]: readonly [string, readonly unknown[]],
  picked: readonly Variables[],
): void {
  const at = picked.findIndex((_, index) => !isDeepStrictEqual(expected[index], found[index]));
  if (at < 0) return;
  const [one, other] = [expected[at], found[at]].map((each) => JSON.stringify(each));
  throw new Error(
    `Asked for ${JSON.stringify(picked[at])}, the answer to ${name} is not ${otherName}:\n` +
      `${one?.slice(0, 1_000)}\n${other?.slice(0, 1_000)}`,
  );
}

async function essencesOf(query: BenchQuery, server: RunningServer, picked: readonly Variables[]) {
  const { essence } = server.name === 'peer' ? query.peer : query;
  const answers: unknown[] = [];
  for (const request of requestsFor(query, server, picked)) {
    answers.push(essence(await ask(server, request)));
  }
  return answers;
}
