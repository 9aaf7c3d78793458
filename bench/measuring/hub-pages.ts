import { z } from 'zod';
import { read } from '../servers/database.ts';
import type { RunningServer } from '../servers/start-server.ts';
import type { GraphUnderTest } from './graph-under-test.ts';
import type { Pair } from './pair.ts';
import { ask, graphqlRequests } from './request.ts';

/** The place with most companies. */
const hub = `MATCH (place:Place)
WITH place, COUNT { (place)<-[:OPERATES_IN]-() } AS companies
ORDER BY companies DESC, place.key LIMIT 1
RETURN place.key AS key, companies, place.relationCount AS relations`;

const Hub = z.object({ key: z.string(), companies: z.number(), relations: z.number() });

const page = `query ($key: String!, $after: String) {
  entity(ref: { key: $key }) {
    ... on Place { companies(first: 20, after: $after) { nodes { key name } } }
  }
}`;

const walk = `query ($key: String!, $after: String) {
  entity(ref: { key: $key }) {
    ... on Place { companies(first: 100, after: $after) { pageInfo { endCursor } } }
  }
}`;

const Walked = z.object({
  entity: z.object({ companies: z.object({ pageInfo: z.object({ endCursor: z.string() }) }) }),
});

/** The first page of a hub's companies, and one half-way through them. */
export async function hubPages(
  { driver, neo4j }: GraphUnderTest,
  ours: RunningServer,
): Promise<Pair> {
  const [row] = await read(driver, hub, {});
  const { key, companies, relations } = Hub.parse(row);
  const after = await cursorBehind(ours, key, companies / 2);
  const task = (question: string, cursor: string | null) => ({
    ...{ question, server: ours, databasePid: neo4j.pid },
    requests: graphqlRequests(page, [{ key, after: cursor }]),
  });
  return {
    name: 'a page deep in a hub',
    title: `20 of ${companies} companies of a place with ${relations} relations, the first and half-way`,
    ...{ by: 'latency', goal: 2 },
    tasks: [task('first page of a hub', null), task('deep page of a hub', after)],
  };
}

/** Found as a client finds it: page after page. */
async function cursorBehind(ours: RunningServer, key: string, entities: number) {
  let after: string | null = null;
  for (let walked = 0; walked < entities; walked += 100) {
    const [request] = graphqlRequests(walk, [{ key, after }]);
    if (!request) throw new RangeError('nothing to ask');
    const { entity } = Walked.parse(await ask(ours, request));
    after = entity.companies.pageInfo.endCursor;
  }
  return after;
}
