import type Graph from 'graphology';
import type { Address } from '../address/address.ts';
import { relationWords } from '../language/predicates.ts';
import type { Drawing } from './drawing.ts';
import { firstPlaces } from './first-place.ts';
import { shapeOf } from './sdf-shapes.ts';
import {
  type EdgeAttributes,
  edgeSize,
  type NodeAttributes,
  nodeSize,
  type Palette,
  symmetricTypes,
} from './style.ts';

export type DrawnGraph = Graph<NodeAttributes, EdgeAttributes>;

/** Makes a graph hold what a drawing holds; what stays keeps its place, for settle() to mend. */
export function sync(
  graph: DrawnGraph,
  drawing: Drawing,
  palette: Palette,
  language: Address['language'],
): boolean {
  const before = `${graph.order}:${graph.size}`;
  const gone = graph.filterNodes((key) => !drawing.nodes.has(key));
  for (const key of gone) graph.dropNode(key);
  const cut = graph.filterEdges((id) => !drawing.edges.has(id));
  for (const id of cut) graph.dropEdge(id);
  const placeOf = firstPlaces(drawing, graph);
  let isNew = gone.length + cut.length > 0;
  for (const { key, type, name, degree, onPath } of drawing.nodes.values()) {
    const look = {
      ...{ type, name, onPath, size: nodeSize(degree) },
      ...{ shape: shapeOf[type], color: palette.types[type] },
    };
    if (graph.hasNode(key)) graph.mergeNodeAttributes(key, look);
    else {
      isNew = true;
      graph.addNode(key, { ...placeOf(key), ...look });
    }
  }
  for (const { id, type, role, from, to, sources, disputed, onPath } of drawing.edges.values()) {
    const words = relationWords(type, true, language) + (role ? ` (${role})` : '');
    const symmetric = symmetricTypes.has(type);
    const look = { words, disputed, onPath, symmetric, size: edgeSize(sources) };
    if (graph.hasEdge(id)) graph.mergeEdgeAttributes(id, look);
    else graph.addDirectedEdgeWithKey(id, from, to, look);
  }
  return isNew || before !== `${graph.order}:${graph.size}`;
}
