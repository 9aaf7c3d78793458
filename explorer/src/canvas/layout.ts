import type Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import type { Drawing } from './drawing.ts';
import type { EdgeAttributes, NodeAttributes } from './style.ts';

/** Steps times elements that take some 100 ms on a small machine. */
const effort = 60_000;

/** Where each node is to stand: near where it stood, the same each time for the same drawing. */
export function layOut(graph: Graph<NodeAttributes, EdgeAttributes>) {
  if (graph.order < 2) return forceless(graph);
  const iterations = Math.min(400, Math.max(10, Math.round(effort / (graph.order + graph.size))));
  return forceAtlas2(graph, {
    iterations,
    settings: {
      ...forceAtlas2.inferSettings(graph),
      ...{ gravity: 0.6, scalingRatio: 12, slowDown: 4, linLogMode: false },
      ...{ adjustSizes: false, barnesHutOptimize: graph.order > 300, strongGravityMode: false },
    },
  });
}

/** A place for what is new: beside a neighbour that has one, else anywhere, told by its key. */
export function firstPlace(
  key: string,
  drawing: Drawing,
  graph: Graph<NodeAttributes, EdgeAttributes>,
): { x: number; y: number } {
  const angle = 2 * Math.PI * fraction(key);
  const distance = 10 + 30 * fraction(`${key}~`);
  const neighbour = [...drawing.edges.values()]
    .filter(({ from, to }) => from === key || to === key)
    .map(({ from, to }) => (from === key ? to : from))
    .find((other) => graph.hasNode(other));
  const middle = neighbour ? graph.getNodeAttributes(neighbour) : { x: 0, y: 0 };
  return { x: middle.x + distance * Math.cos(angle), y: middle.y + distance * Math.sin(angle) };
}

function forceless(graph: Graph<NodeAttributes, EdgeAttributes>) {
  return Object.fromEntries(graph.mapNodes((key, { x, y }) => [key, { x, y }]));
}

/** A number from 0 to 1 that a text always has (FNV-1a). */
function fraction(text: string): number {
  let hash = 2_166_136_261;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  }
  return hash / 2 ** 32;
}
