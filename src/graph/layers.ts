import { type Cypher, cypher, integerLiteral, joined, parameter } from './cypher.ts';
import { all } from './filters/logic.ts';
import { numbered } from './numbered.ts';
import {
  hopPattern,
  hopPredicate,
  hubPredicate,
  maximalHops,
  type Traversal,
  throughPredicate,
} from './traversal.ts';

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
  /** Keeps the relations of one of the shortest ways to each entity. */
  readonly withTrails?: boolean;
}

/**
 * Cypher that finds, from the entities in `layer`, those one hop away as `layer1`, two hops away as
 * `layer2` and so on, each entity at its nearest; beside them whether each is sought in `hits1` …, and
 * the way to it in `trails1` …, where these are asked for. `found` counts the sought, from the least
 * number of hops on. Every hop is a subquery of its own: one that is not needed any more costs nothing.
 */
export function layersFrom(layers: Layers): Cypher {
  const hops = Array.from({ length: layers.via.maxHops }, (_, index) => hop(layers, index + 1));
  const ways = layers.withTrails ? cypher`, [entity IN layer | []] AS trails` : cypher``;
  return joined([cypher`WITH *, layer AS seen${ways}`, ...hops], cypher`\n`);
}

function hop(layers: Layers, hops: number): Cypher {
  const { via, sought, withTrails } = layers;
  const [seen, found] = [numbered('seen', hops - 1), numbered('found', hops - 1)];
  const layer = numbered('layer', hops);
  const hits = numbered('hits', hops);
  const lists = [
    cypher`collect(far) AS ${layer}`,
    ...(withTrails ? [cypher`collect(trail) AS ${numbered('trails', hops)}`] : []),
    ...(sought ? [cypher`collect(coalesce(${sought(cypher`far`)}, false)) AS ${hits}`] : []),
  ];
  const counted = sought ? cypher`[hit IN ${hits} WHERE hit]` : layer;
  const more = hops >= via.minHops ? cypher`size(${counted})` : cypher`0`;
  return cypher`CALL (${scopeOf(layers, hops)}) {
  ${stepOut(layers, hops)}
  RETURN ${joined(lists, cypher`, `)}
}
WITH *, ${seen} + ${layer} AS ${numbered('seen', hops)}, ${found} + ${more} AS ${numbered('found', hops)}`;
}

function scopeOf({ besides, withTrails }: Layers, hops: number): Cypher {
  const before = [numbered('layer', hops - 1), numbered('seen', hops - 1)];
  const trails = withTrails ? [numbered('trails', hops - 1)] : [];
  const ends = besides ? [besides] : [];
  return joined([...before, numbered('found', hops - 1), ...trails, ...ends], cypher`, `);
}

/** Rows of the entities `far` that are one hop farther than the last layer, each once. */
function stepOut({ via, backward, besides, enough, withTrails }: Layers, hops: number): Cypher {
  const [near, far, relation] = [cypher`near`, cypher`far`, cypher`relation`];
  const layer = numbered('layer', hops - 1);
  const found = numbered('found', hops - 1);
  const start =
    enough === undefined
      ? layer
      : cypher`CASE WHEN ${found} < ${parameter('enough', enough)} THEN ${layer} ELSE [] END`;
  const pattern = hopPattern(via, relation);
  const predicate = all([
    ...(hops > 1 ? [throughPredicate(via, near)] : []),
    ...(besides ? [cypher`near <> ${besides}`] : []),
    // It reads the hop as the traversal takes it, whichever end the search comes from.
    backward ? hopPredicate(via, far, near, relation) : hopPredicate(via, near, far, relation),
  ]);
  const match = backward
    ? cypher`MATCH (far)${pattern}(near)`
    : cypher`MATCH (near)${pattern}(far)`;
  const unseen = cypher`WHERE NOT far IN ${numbered('seen', hops - 1)}`;
  if (!withTrails) {
    return cypher`UNWIND ${start} AS near
  ${match} WHERE ${predicate}
  WITH DISTINCT far ${unseen}`;
  }
  return cypher`WITH ${start} AS start
  UNWIND range(0, size(start) - 1) AS at
  WITH at, start[at] AS near
  ${match} WHERE ${predicate}
  WITH far, head(collect(at)) AS at, head(collect(relation)) AS relation ${unseen}
  WITH far, ${numbered('trails', hops - 1)}[at] + relation AS trail`;
}

/**
 * The sought as rows of `hops` and `entity`, with `trail` if they have one, those in `layer` among them
 * if they count; and a row without an entity, so that there is always one.
 */
export function soughtRows({ via, sought, withTrails }: Layers, withStart: boolean): Cypher {
  const { minHops, maxHops } = via;
  const hops = Array.from({ length: maxHops - minHops + 1 }, (_, index) => minHops + index);
  const rows = [...(withStart ? [0] : []), ...hops].map((at) => {
    const layer = numbered('layer', at);
    const lists = [
      layer,
      ...(withTrails ? [numbered('trails', at)] : []),
      ...(sought ? [numbered('hits', at)] : []),
    ];
    const hit = sought ? cypher` WHERE ${numbered('hits', at)}[at]` : cypher``;
    const trail = withTrails ? cypher`, ${numbered('trails', at)}[at] AS trail` : cypher``;
    const row = cypher`UNWIND [at IN range(0, size(${layer}) - 1)${hit}] AS at
  RETURN ${integerLiteral(at, maximalHops)} AS hops, ${layer}[at] AS entity${trail}`;
    return { lists, row };
  });
  const scope = joined(
    rows.flatMap(({ lists }) => lists),
    cypher`, `,
  );
  const none = cypher`RETURN null AS hops, null AS entity${withTrails ? cypher`, null AS trail` : cypher``}`;
  return cypher`CALL (${scope}) {
  ${joined([none, ...rows.map(({ row }) => row)], cypher`\n  UNION ALL\n  `)}
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
      cypher` WHEN any(entity IN ${numbered('layer', index + 1)} WHERE ${isHub}) THEN ${integerLiteral(index + 1, maximalHops)}`,
  );
  return cypher`CASE${joined(cases, cypher``)} END`;
}
