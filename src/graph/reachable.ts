import { z } from 'zod';
import { cypher, parameter } from './cypher.ts';
import { type EntityFilter, entityPredicate } from './filters/graph.ts';
import { type Layers, layersFrom, nearestHub, soughtRows } from './layers.ts';
import { question } from './question.ts';
import type { EntityRow } from './rows/entity.ts';
import { type Path, type PathValues, readPath, trailValues } from './rows/path.ts';
import type { HopShapes } from './select/hop-item.ts';
import type { Traversal } from './traversal.ts';

export interface Reach {
  readonly via: Traversal;
  /** Of the entities sought; those between are free. */
  readonly filter?: EntityFilter | undefined;
  readonly withPaths: boolean;
  readonly skip: number;
  readonly limit: number;
  readonly shapes: HopShapes;
}

const FoundFromOne = z.object({
  key: z.string(),
  entities: z.array(z.custom<EntityRow>()),
  /** Of each entity, in order. */
  hops: z.array(z.number()),
  /** One of the shortest to each entity; none where they were not asked for. */
  paths: z.array(z.custom<Path>()),
  /** In how many hops an entity is met that is too large to be passed. */
  hub: z.number().nullable(),
});
export type FoundFromOne = z.infer<typeof FoundFromOne>;

/** What can be reached from each of several entities, nearest first, then by name. */
export const findReachable = question({
  name: 'reachable',
  row: FoundFromOne,
  ask: ({
    via,
    filter,
    withPaths,
    skip,
    limit,
    shapes,
    keys,
  }: Reach & { keys: readonly string[] }) => {
    const { ontology, view } = via;
    const layers: Layers = {
      ...{ via, withTrails: withPaths, enough: skip + limit },
      ...(filter && { sought: (far) => entityPredicate({ ontology, view }, far, filter) }),
    };
    const page = cypher`[toInteger(${parameter('skip', skip)})..toInteger(${parameter('enough', skip + limit)})]`;
    const paths = withPaths
      ? cypher`[trail IN trails | ${trailValues(shapes, cypher`source`, cypher`trail`)}]`
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
RETURN source.key AS key, [entity IN found | ${shapes.node.values(cypher`entity`)}] AS entities, hops, ${paths} AS paths, hub`;
  },
  read: ({ entities, paths, ...row }, { shapes }) =>
    ({
      ...row,
      entities: (entities as unknown[][]).map((values) => shapes.node.read(values)),
      paths: (paths as PathValues[]).map((values) => readPath(shapes, values)),
    }) as unknown as FoundFromOne,
});
