import type { BenchQuery } from '../queries/bench-query.ts';
import type { GraphUnderTest } from './graph-under-test.ts';
import type { Pair } from './pair.ts';
import { pick } from './pick.ts';
import { requestsFor } from './request.ts';
import type { Task } from './task.ts';

/** The same queries on a small and on a large graph, each with our server on it. */
export async function growth(
  queries: readonly BenchQuery[],
  small: GraphUnderTest,
  large: GraphUnderTest,
): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (const query of queries) {
    pairs.push({
      name: `${query.name} on a larger graph`,
      title: `${large.size.entities} entities instead of ${small.size.entities}`,
      ...{ by: 'latency', goal: 1.5 },
      tasks: [await taskOn(query, small), await taskOn(query, large)],
    });
  }
  return pairs;
}

async function taskOn(query: BenchQuery, graph: GraphUnderTest): Promise<Task> {
  const { driver, neo4j, size } = graph;
  const server = graph.servers.find(({ name }) => name === 'ours');
  if (!server) throw new RangeError('our server is not among those measured');
  return {
    question: `${query.name} among ${size.entities}`,
    ...{ server, databasePid: neo4j.pid },
    requests: requestsFor(query, server, await pick(driver, query)),
  };
}
