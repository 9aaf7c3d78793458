import { type Cypher, cypher } from '../cypher.ts';
import type { HopShapes } from '../select/hop-item.ts';
import type { RelatedRow } from '../sources/related.ts';
import type { EntityRow } from './entity.ts';
import { type LinkValues, linkValues, readLink } from './link.ts';

/** A path as it is read: each hop with what stands behind it under the view that led over it. */
export interface Path {
  readonly nodes: readonly EntityRow[];
  readonly hops: readonly RelatedRow[];
}

/** A list of what is asked of a path, which {@link readPath} makes one of. */
export function pathValues(shapes: HopShapes, path: Cypher): Cypher {
  return cypher`[[entity IN nodes(${path}) | ${shapes.node.values(cypher`entity`)}], [relation IN relationships(${path}) | ${linkValues(shapes, cypher`relation`)}]]`;
}

export type PathValues = readonly [readonly unknown[][], readonly LinkValues[]];

export function readPath(shapes: HopShapes, [nodeValues, links]: PathValues): Path {
  const nodes = nodeValues.map((values) => shapes.node.read(values));
  const hops = links.map((link, index) => ({
    ...readLink(shapes, link),
    node: nodes[index + 1] as EntityRow,
  }));
  return { nodes, hops };
}
