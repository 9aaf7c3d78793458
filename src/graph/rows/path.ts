import { type Cypher, cypher } from '../cypher.ts';
import type { HopShapes } from '../select/hop-item.ts';
import type { RelatedRow } from '../sources/related.ts';
import type { EntityRow } from './entity.ts';
import { linkValues, readLink } from './link.ts';

/** A path as it is read: each hop with what stands behind it under the view that led over it. */
export interface Path {
  readonly nodes: readonly EntityRow[];
  readonly hops: readonly RelatedRow[];
}

/** The shortest first, then by the relations: the same order whenever it is asked. */
export function pathOrder(path: Cypher): Cypher {
  return cypher`length(${path}), reduce(ids = '', relation IN relationships(${path}) | ids + relation.id + ' ')`;
}

/** A list of what is asked of a path, which {@link readPath} makes one of. */
export function pathValues(shapes: HopShapes, path: Cypher): Cypher {
  return values(shapes, cypher`nodes(${path})`, cypher`relationships(${path})`);
}

/** The same for the relations that lead from an entity, in order. */
export function trailValues(shapes: HopShapes, start: Cypher, trail: Cypher): Cypher {
  const nodes = cypher`reduce(nodes = [${start}], relation IN ${trail} | nodes + CASE WHEN startNode(relation) = nodes[-1] THEN endNode(relation) ELSE startNode(relation) END)`;
  return values(shapes, nodes, trail);
}

function values(shapes: HopShapes, nodes: Cypher, relations: Cypher): Cypher {
  return cypher`[[entity IN ${nodes} | ${shapes.node.values(cypher`entity`)}], [relation IN ${relations} | ${linkValues(shapes, cypher`relation`)}]]`;
}

export type PathValues = readonly [readonly unknown[][], readonly unknown[][]];

export function readPath(shapes: HopShapes, [nodeValues, links]: PathValues): Path {
  const nodes = nodeValues.map((values) => shapes.node.read(values));
  const hops = links.map((link, index) => ({
    ...readLink(shapes, link),
    node: nodes[index + 1] as EntityRow,
  }));
  return { nodes, hops };
}
