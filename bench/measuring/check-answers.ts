import { isDeepStrictEqual } from 'node:util';
import type { BenchQuery, Variables } from '../queries/bench-query.ts';
import type { RunningServer } from '../servers/start-server.ts';
import { ask, NotAnswered, requestsFor } from './request.ts';

/** Servers that have answered a query, and what the others said instead. */
export interface Answering {
  readonly answering: readonly RunningServer[];
  readonly silent: readonly { readonly server: RunningServer; readonly problem: string }[];
}

/**
 * Throws unless all answers to what will be measured are the same. A server that answers with errors
 * more often than not takes no further part.
 */
export async function checkAnswers(
  query: BenchQuery,
  servers: readonly RunningServer[],
  picked: readonly Variables[],
): Promise<Answering> {
  const answers = await Promise.all(servers.map((server) => answersOf(query, server, picked)));
  const known = picked.map((_, at) => answers.find(({ given }) => given.has(at))?.given.get(at));
  for (const [index, server] of servers.entries()) {
    const given = answers[index]?.given;
    const found = known.map((expected, at) => (given?.has(at) ? given.get(at) : expected));
    expectSame([query.name, known], [`that of ${server.name}`, found], picked);
  }
  const isSilent = (index: number) => (answers[index]?.given.size ?? 0) * 2 < picked.length;
  return {
    answering: servers.filter((_, index) => !isSilent(index)),
    silent: servers.flatMap((server, index) =>
      isSilent(index) ? [{ server, problem: answers[index]?.problem ?? '' }] : [],
    ),
  };
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

/** Errors at a stretch, after which a server is not asked any more. */
const patience = 3;

/** The essences of answers by the position of what was picked, and the first error. */
async function answersOf(query: BenchQuery, server: RunningServer, picked: readonly Variables[]) {
  const { essence } = server.name === 'peer' ? query.peer : query;
  const given = new Map<number, unknown>();
  let problem: string | undefined;
  let errors = 0;
  for (const [at, request] of requestsFor(query, server, picked).entries()) {
    if (errors >= patience) break;
    try {
      given.set(at, essence(await ask(server, request)));
      errors = 0;
    } catch (error) {
      if (!(error instanceof NotAnswered)) throw error;
      problem ??= error.message;
      errors++;
    }
  }
  return { given, problem };
}
