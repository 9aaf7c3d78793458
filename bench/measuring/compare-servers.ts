import type { BenchQuery, Variables } from '../queries/bench-query.ts';
import { type Answering, checkAnswers } from './check-answers.ts';
import type { GraphUnderTest } from './graph-under-test.ts';
import { pick } from './pick.ts';
import { requestsFor } from './request.ts';
import type { Task } from './task.ts';

/** A query, what was picked for it, and how each server that takes part is asked. */
export interface Comparison {
  readonly query: BenchQuery;
  readonly picked: readonly Variables[];
  readonly tasks: readonly Task[];
  readonly silent: Answering['silent'];
}

/** Prepares queries for all servers. Throws where they do not answer alike. */
export async function compareServers(
  { driver, servers, neo4j }: GraphUnderTest,
  queries: readonly BenchQuery[],
  say: (message: string) => void,
): Promise<Comparison[]> {
  const comparisons: Comparison[] = [];
  for (const query of queries) {
    say(`comparing the answers to ${query.name}`);
    const asked = servers.filter(({ name }) => name !== 'naive' || query.naive);
    const picked = await pick(driver, query);
    const { answering, silent } = await checkAnswers(query, asked, picked);
    for (const { server, problem } of silent) say(`leaving out ${server.name}: ${problem}`);
    const tasks = answering.map((server) => ({
      ...{ question: query.name, server, databasePid: neo4j.pid },
      requests: requestsFor(query, server, picked),
    }));
    comparisons.push({ query, picked, tasks, silent });
  }
  return comparisons;
}
