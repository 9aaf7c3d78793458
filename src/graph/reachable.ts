import { z } from 'zod';
import { cypher, parameter } from './cypher.ts';
import { type EntityFilter, entityPredicate } from './filters/graph.ts';
import { type Layers, layersFrom, nearestHub, soughtRows } from './layers.ts';
import { question } from './question.ts';
import { EntityRow, entityColumns } from './rows/entity.ts';
import { PathRow, trailColumns } from './rows/path.ts';
import type { Traversal } from './traversal.ts';

export interface Reach {
  readonly via: Traversal;
  /** Of the entities sought; those between are free. */
  readonly filter?: EntityFilter | undefined;
  readonly withPaths: boolean;
  readonly skip: number;
  readonly limit: number;
}

/** What can be reached from each of several entities, nearest first, then by name. */
export const findReachable = question({
  name: 'reachable',
  row: z.object({
    key: z.string(),
    entities: z.array(EntityRow),
    /** Of each entity, in order. */
    hops: z.array(z.number()),
    /** One of the shortest to each entity; none where they were not asked for. */
    paths: z.array(PathRow),
    /** In how many hops an entity is met that is too large to be passed. */
    hub: z.number().nullable(),
  }),
  ask: ({ via, filter, withPaths, skip, limit, keys }: Reach & { keys: readonly string[] }) => {
    const { ontology, view } = via;
    const layers: Layers = {
      ...{ via, withTrails: withPaths, enough: skip + limit },
      ...(filter && { sought: (far) => entityPredicate({ ontology, view }, far, filter) }),
    };
    const page = cypher`[toInteger(${parameter('skip', skip)})..toInteger(${parameter('enough', skip + limit)})]`;
    const paths = withPaths
      ? cypher`[trail IN trails | ${trailColumns(via, cypher`source`, cypher`trail`)}]`
      : cypher`[]`;
    // The rows that a sort keeps are charged for every list that they hold: the count, as it groups,
    // makes rows without the layers.
    return cypher`UNWIND ${parameter('keys', keys)} AS key
MATCH (source:Entity {key: key})
WITH *, [source] AS layer, 0 AS found
${layersFrom(layers)}
WITH *, ${nearestHub(layers, via.maxHops - 1)} AS hub
${soughtRows(layers, false)}
WITH source, hub, hops, entity, ${withPaths ? cypher`trail, ` : cypher``}count(*) AS once
ORDER BY hops, entity.sortName, entity.key
WITH source, hub, collect(entity)${page} AS found, collect(hops)${page} AS hops${withPaths ? cypher`, collect(trail)${page} AS trails` : cypher``}
RETURN source.key AS key, [entity IN found | ${entityColumns(ontology, cypher`entity`)}] AS entities, hops, ${paths} AS paths, hub`;
  },
});
