import { z } from 'zod';
import { type Cypher, cypher, integerLiteral, parameter } from './cypher.ts';
import { degreeOf } from './degree.ts';
import { relationPredicate } from './filters/graph.ts';
import { type Layers, layersFrom, nearestHub, soughtRows } from './layers.ts';
import { question } from './question.ts';
import type { EntityRow } from './rows/entity.ts';
import { type Link, linkValues, readLink } from './rows/link.ts';
import type { HopShapes } from './select/hop-item.ts';
import { maximalHops, relationTypesOf, type Traversal } from './traversal.ts';

export interface SubgraphLimits {
  readonly maxNodes: number;
  readonly maxRelations: number;
}

const Grown = z.object({
  root: z.number(),
  entities: z.array(z.custom<EntityRow>()),
  /** Relations of each entity in the whole graph. */
  degrees: z.array(z.number()),
  /** Of each entity, from the nearest seed. */
  hops: z.array(z.number()),
  links: z.array(z.custom<Link>()),
  /** Of each link: that of the end farther off. */
  linkHops: z.array(z.number()),
  /** In how many hops an entity is met that is too large to be passed. */
  hub: z.number().nullable(),
});
export type Grown = z.infer<typeof Grown>;

/**
 * What lies around each list of seeds, breadth first, best connected entities first, and the relations
 * among them, nearest first. One entity and one relation more than the limits show that there are more.
 */
export const growSubgraphs = question({
  name: 'subgraphs',
  row: Grown,
  ask: ({ via, roots, limits, shapes }: Growth) => {
    const { maxNodes } = limits;
    const layers: Layers = { via, enough: maxNodes + 1 };
    const seeds = parameter('roots', roots);
    const room = cypher`[..toInteger(${parameter('enough', maxNodes + 1)})]`;
    return cypher`UNWIND range(0, size(${seeds}) - 1) AS root
CALL (root) {
  UNWIND ${seeds}[root] AS key
  MATCH (seed:Entity {key: key})
  RETURN collect(seed) AS layer
}
WITH *, size(layer) AS found
${layersFrom(layers)}
WITH *, ${nearestHub(layers, via.maxHops - 1)} AS hub
${soughtRows(layers, true)}
WITH root, hub, hops, entity, count(*) AS once
ORDER BY hops, ${degreeOf(cypher`entity`)} DESC, entity.key
WITH root, hub, collect(entity)${room} AS found, collect(hops)${room} AS hops
WITH *, found[..toInteger(${parameter('maxNodes', maxNodes)})] AS members
${linksAmong(via, limits)}
RETURN root, [entity IN found | ${shapes.node.values(cypher`entity`)}] AS entities, [entity IN found | ${degreeOf(cypher`entity`)}] AS degrees, hops, [relation IN links | ${linkValues(shapes, cypher`relation`)}] AS links, linkHops, hub`;
  },
  read: ({ entities, links, ...row }, { shapes }) =>
    ({
      ...row,
      entities: (entities as unknown[][]).map((values) => shapes.node.read(values)),
      links: (links as unknown[][]).map((values) => readLink(shapes, values)),
    }) as unknown as Grown,
});

interface Growth {
  readonly via: Traversal;
  /** Keys of the seeds of each. */
  readonly roots: readonly (readonly string[])[];
  readonly limits: SubgraphLimits;
  readonly shapes: HopShapes;
}

/**
 * The relations of which one end is so many hops away, and the other not farther; a distance is looked
 * at only while there is room. They are not sorted, as a sort is charged for the lists that its rows hold.
 */
function linksAmong(via: Traversal, { maxRelations }: SubgraphLimits): Cypher {
  const [near, far, relation] = [cypher`near`, cypher`far`, cypher`relation`];
  const variables = { relation, ends: { near, far }, other: [near, far] };
  const enough = parameter('relations', maxRelations + 1);
  return cypher`CALL (members, hops) {
  UNWIND range(0, ${integerLiteral(via.maxHops, maximalHops)}) AS distance
  CALL (members, hops, distance) {
    WITH [at IN range(0, size(members) - 1) WHERE hops[at] <= distance | members[at]] AS inside,
      [at IN range(0, size(members) - 1) WHERE hops[at] = distance | members[at]] AS rim
    UNWIND rim AS near
    MATCH (near)-[relation:${relationTypesOf(via)}]-(far)
    WHERE far IN inside AND ${relationPredicate(via, variables, via.filter ?? {})}
    RETURN DISTINCT relation LIMIT toInteger(${enough})
  }
  WITH distance, relation LIMIT toInteger(${enough})
  RETURN collect(relation) AS links, collect(distance) AS linkHops
}`;
}
