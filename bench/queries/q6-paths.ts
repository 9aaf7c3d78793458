import { z } from 'zod';
import { relations } from '../../schema/ontology/relations.ts';
import { type BenchQuery, Named, reading } from './bench-query.ts';

const Path = z.object({
  length: z.number(),
  hops: z.array(z.object({ node: Named, relation: z.object({ type: z.string() }) })).min(1),
});
const Paths = z.object({ paths: z.object({ nodes: z.tuple([Path]) }) });

const types = Object.keys(relations).join('|');

/** The answer in one column. */
export const pathCypher = `MATCH (source:Entity {key: $from})
MATCH (target:Entity {key: $to})
MATCH path = SHORTEST 1 (source)-[:${types}]-{1,6}(target)
RETURN {nodes: [{length: length(path), hops: [hop IN range(1, length(path)) | {node: {key: nodes(path)[hop].key, name: nodes(path)[hop].nameEn}, relation: {type: type(relationships(path)[hop - 1])}}]}]} AS paths`;

export const q6: BenchQuery = {
  name: 'q6',
  title: 'a shortest path of up to 6 hops',
  naive: false,
  // Ends with few relations, so that the search has to go a way; and none beside a hub, where one
  // pair of forty would take seconds on every server, and the others would be lost in it.
  pick: `MATCH (person:Person)
WHERE 2 <= person.relationCount <= 6 AND ${besideNoHub('person')}
WITH person.key AS key ORDER BY reverse(key) LIMIT 40
WITH collect(key) AS people
MATCH (event:Event)
WHERE 2 <= event.relationCount <= 6 AND ${besideNoHub('event')}
WITH people, event.key AS key ORDER BY reverse(key) LIMIT 40
WITH people, collect(key) AS events
UNWIND range(0, size(people) - 1) AS pair
WITH people[pair] AS from, events[pair] AS to WHERE to IS NOT NULL
RETURN from, to`,
  document: `query ($from: String!, $to: String!) {
  paths(from: [{ key: $from }], to: [{ key: $to }], via: { maxHops: 6 }, first: 1) {
    nodes { length hops { node { key name } relation { type } } }
    completeness { reason }
  }
}`,
  limit: pathCypher,
  essence: reading(Paths, lengthAndEnd),
  peer: {
    document: `query ($from: String!, $to: String!) {
  paths(from: $from, to: $to) { nodes { length hops { node { key name } relation { type } } } }
}`,
    essence: reading(Paths, lengthAndEnd),
  },
};

function besideNoHub(entity: string): string {
  return `NOT EXISTS { (${entity})--(hub:Entity) WHERE hub.relationCount > 2000 }`;
}

/** Which of equally short paths is found is nobody's promise. */
function lengthAndEnd({ paths: { nodes } }: z.infer<typeof Paths>) {
  return nodes.map(({ length, hops }) => [length, hops.length, hops.at(-1)?.node]);
}
