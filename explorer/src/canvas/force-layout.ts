import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';

/** A graph by the numbers of its nodes. */
export interface Web {
  /** x and y of each node, one after the other. */
  readonly places: Float64Array;
  /** From and to of each relation, one after the other. */
  readonly ends: Uint32Array;
}

/** Steps times elements that take some 100 ms on a small machine. */
const effort = 60_000;

/** Where each node is to stand: near where it stood, the same each time for the same graph. */
export function layOut({ places, ends }: Web): Float64Array {
  const order = places.length / 2;
  if (order < 2) return places;
  const graph = new Graph<{ x: number; y: number }>({ multi: true, type: 'directed' });
  for (let node = 0; node < order; node += 1) {
    graph.addNode(node, { x: places[2 * node] ?? 0, y: places[2 * node + 1] ?? 0 });
  }
  for (let end = 0; end < ends.length; end += 2) graph.addEdge(ends[end], ends[end + 1]);
  const found = forceAtlas2(graph, {
    iterations: Math.min(400, Math.max(10, Math.round(effort / (order + graph.size)))),
    settings: {
      ...forceAtlas2.inferSettings(graph),
      ...{ gravity: 0.6, scalingRatio: 12, slowDown: 4, linLogMode: false },
      ...{ adjustSizes: false, barnesHutOptimize: order > 300, strongGravityMode: false },
    },
  });
  return Float64Array.from(places, (_, at) => {
    const place = found[Math.floor(at / 2)];
    return (at % 2 === 0 ? place?.x : place?.y) ?? 0;
  });
}
