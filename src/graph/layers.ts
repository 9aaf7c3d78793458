import { type Cypher, cypher, integerLiteral, joined, parameter } from './cypher.ts';
import { all } from './filters/logic.ts';
import {
  hopPattern,
  hopPredicate,
  hubPredicate,
  maximalHops,
  type Traversal,
  throughPredicate,
} from './traversal.ts';
import { variable } from './variables.ts';

/** A breadth-first search, hop by hop. */
export interface Layers {
  readonly via: Traversal;
  /** Against the direction of the traversal: from where it ends to where it starts. */
  readonly backward?: boolean;
  /** An entity that is not gone on from, as it is an end. */
  readonly besides?: Cypher;
  /** Which of the entities met are sought; all, if nothing is said. */
  readonly sought?: (far: Cypher) => Cypher;
  /** The search ends with the hop that makes it so many sought, `found` before the first included. */
  readonly enough?: number;
}

/**
 * Cypher that finds, from the entities in `layer`, those one hop away as `layer1`, two hops away as
 * `layer2` and so on, each entity at its nearest; and those of them that are sought as `targets1`,
 * `targets2` …, from the least number of hops on. `found` counts them. Every hop is a subquery of its
 * own: one that is not needed any more costs nothing, and no path is built.
 */
export function layersFrom(layers: Layers): Cypher {
  const hops = Array.from({ length: layers.via.maxHops }, (_, index) => hop(layers, index + 1));
  return joined([cypher`WITH *, layer AS seen`, ...hops], cypher`\n`);
}

function hop({ via, backward, besides, sought, enough }: Layers, hops: number): Cypher {
  const [near, far, relation] = [cypher`near`, cypher`far`, cypher`relation`];
  const [before, layer] = [variable('layer', hops - 1), variable('layer', hops)];
  const [seen, found] = [variable('seen', hops - 1), variable('found', hops - 1)];
  const targets = variable('targets', hops);
  const scope = joined([before, seen, found, ...(besides ? [besides] : [])], cypher`, `);
  const start =
    enough === undefined
      ? before
      : cypher`CASE WHEN ${found} < ${parameter('enough', enough)} THEN ${before} ELSE [] END`;
  const pattern = hopPattern(via, relation);
  const predicate = all([
    ...(hops > 1 ? [throughPredicate(via, near)] : []),
    ...(besides ? [cypher`near <> ${besides}`] : []),
    // It reads the hop as the traversal takes it, whichever end the search comes from.
    backward ? hopPredicate(via, far, near, relation) : hopPredicate(via, near, far, relation),
  ]);
  const counts = hops >= via.minHops;
  const separately =
    sought && counts
      ? cypher`, collect(CASE WHEN ${sought(far)} THEN far END) AS ${targets}`
      : cypher``;
  const together =
    sought && counts ? cypher`` : cypher`, ${counts ? layer : cypher`[]`} AS ${targets}`;
  return cypher`CALL (${scope}) {
  UNWIND ${start} AS near
  MATCH ${backward ? cypher`(far)${pattern}(near)` : cypher`(near)${pattern}(far)`} WHERE ${predicate}
  WITH DISTINCT far WHERE NOT far IN ${seen}
  RETURN collect(far) AS ${layer}${separately}
}
WITH *, ${seen} + ${layer} AS ${variable('seen', hops)}${together}
WITH *, ${found} + size(${targets}) AS ${variable('found', hops)}`;
}

/**
 * The sought as rows of `hops` and `entity`, those in `layer` among them if they count, and a row
 * without an entity, so that there is always one.
 */
export function soughtRows({ minHops, maxHops }: Traversal, withStart: boolean): Cypher {
  const hops = Array.from({ length: maxHops - minHops + 1 }, (_, index) => minHops + index);
  const lists = [
    ...(withStart ? [{ at: 0, entities: variable('layer') }] : []),
    ...hops.map((at) => ({ at, entities: variable('targets', at) })),
  ];
  const scope = joined(
    lists.map(({ entities }) => entities),
    cypher`, `,
  );
  const branches = lists.map(
    ({ at, entities }) =>
      cypher`UNWIND ${entities} AS entity RETURN ${integerLiteral(at, maximalHops)} AS hops, entity`,
  );
  return cypher`CALL (${scope}) {
  RETURN null AS hops, null AS entity
  UNION ALL
  ${joined(branches, cypher`\n  UNION ALL\n  `)}
}`;
}

/**
 * In how many hops, `hops` at most, the first entity is met that is too large to be passed; null where
 * none is.
 */
export function nearestHub({ via, besides }: Layers, hops: number): Cypher {
  if (via.maxDegree === undefined || hops < 1) return cypher`null`;
  const isHub = all([
    ...(besides ? [cypher`entity <> ${besides}`] : []),
    hubPredicate(via, cypher`entity`),
  ]);
  const cases = Array.from(
    { length: hops },
    (_, index) =>
      cypher` WHEN any(entity IN ${variable('layer', index + 1)} WHERE ${isHub}) THEN ${integerLiteral(index + 1, maximalHops)}`,
  );
  return cypher`CASE${joined(cases, cypher``)} END`;
}
