import type { Address } from '../address/address.ts';
import type { Drawing } from './drawing.ts';
import type { Renderer } from './renderer.ts';

/** Brings out what the panel is about, and a path before all that is beside it. */
export function mark(renderer: Renderer, drawing: Drawing, address: Address): void {
  const hasPath = [...drawing.nodes.values()].some(({ onPath }) => onPath);
  for (const { key, onPath } of drawing.nodes.values()) {
    if (!renderer.getGraph().hasNode(key)) continue;
    renderer.setNodeState(key, {
      isSelected: key === address.entity && !address.relation,
      isFaint: hasPath && !onPath,
    });
  }
  for (const { id, onPath } of drawing.edges.values()) {
    if (!renderer.getGraph().hasEdge(id)) continue;
    renderer.setEdgeState(id, {
      isSelected: id === address.relation,
      isFaint: hasPath && !onPath,
    });
  }
}
