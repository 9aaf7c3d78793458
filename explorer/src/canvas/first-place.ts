import type { Drawing } from './drawing.ts';
import type { DrawnGraph } from './sync.ts';

/** Places for what is new: beside a neighbour that has one, else anywhere, told by the key. */
export function firstPlaces(drawing: Drawing, graph: DrawnGraph) {
  const neighbours = new Map<string, string[]>();
  const link = (one: string, other: string) => {
    const known = neighbours.get(one);
    if (known) known.push(other);
    else neighbours.set(one, [other]);
  };
  for (const { from, to } of drawing.edges.values()) {
    link(from, to);
    link(to, from);
  }
  return (key: string): { x: number; y: number } => {
    const angle = 2 * Math.PI * fraction(key);
    const distance = 10 + 30 * fraction(`${key}~`);
    const neighbour = neighbours.get(key)?.find((other) => graph.hasNode(other));
    const middle = neighbour ? graph.getNodeAttributes(neighbour) : { x: 0, y: 0 };
    return { x: middle.x + distance * Math.cos(angle), y: middle.y + distance * Math.sin(angle) };
  };
}

/** A number from 0 to 1 that a text always has (FNV-1a). */
function fraction(text: string): number {
  let hash = 2_166_136_261;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  }
  return hash / 2 ** 32;
}
