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
  const answers = await Promise.all(servers.map((server) => essences(query, server, picked)));
  for (const [index, row] of picked.entries()) {
    for (const [other, server] of servers.entries()) {
      const [expected, found] = [answers[0]?.[index], answers[other]?.[index]];
      if (isDeepStrictEqual(expected, found)) continue;
      throw new Error(
        `${query.name} of ${JSON.stringify(row)}: ${servers[0]?.name} and ${server.name} differ\n` +
          `${JSON.stringify(expected).slice(0, 1_000)}\n${JSON.stringify(found).slice(0, 1_000)}`,
      );
    }
  }
}

async function essences(query: BenchQuery, server: RunningServer, picked: readonly Variables[]) {
  const essence = server.name === 'peer' ? query.peer.essence : query.essence;
  const answers: unknown[] = [];
  for (const request of requestsFor(query, server.name, picked)) {
    answers.push(essence(await ask(server, request)));
  }
  return answers;
}
