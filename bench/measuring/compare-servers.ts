import type { BenchQuery, Variables } from '../queries/bench-query.ts';
import { checkAnswers } from './check-answers.ts';
import type { GraphUnderTest } from './graph-under-test.ts';
import { pick } from './pick.ts';
import { requestsFor } from './request.ts';
import type { Task } from './task.ts';

/** A query, what was picked for it, and how each server that takes part is asked. */
export interface Comparison {
  readonly query: BenchQuery;
  readonly picked: readonly Variables[];
  readonly tasks: readonly Task[];
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
    await checkAnswers(query, asked, picked);
    const tasks = asked.map((server) => ({
      ...{ question: query.name, server, databasePid: neo4j.pid },
      requests: requestsFor(query, server, picked),
    }));
    comparisons.push({ query, picked, tasks });
  }
  return comparisons;
}
