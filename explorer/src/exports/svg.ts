import { escapedXml } from '../../../export/formats/xml.ts';
import { outline } from '../canvas/shapes.ts';
import { labelOf, type Palette } from '../canvas/style.ts';
import type { DrawnGraph } from '../canvas/sync.ts';

interface Picture {
  readonly graph: DrawnGraph;
  readonly palette: Palette;
  readonly width: number;
  readonly height: number;
  /** From the graph to pixels. */
  place(at: { x: number; y: number }): { x: number; y: number };
  /** From the size of a node to its radius in pixels. */
  scale(size: number): number;
}

/** The canvas as it stands, as one SVG with every name. */
export function svgOf({ graph, palette, width, height, place, scale }: Picture): string {
  const edges = graph.mapEdges((_, { size, disputed, onPath, words }, from, to) => {
    const [a, b] = [from, to].map((key) => place(graph.getNodeAttributes(key)));
    const dash = disputed ? ' stroke-dasharray="7 7"' : '';
    const line = `x1="${round(a?.x)}" y1="${round(a?.y)}" x2="${round(b?.x)}" y2="${round(b?.y)}"`;
    const colour = onPath ? palette.path : palette.edge;
    return `<line ${line} stroke="${colour}" stroke-width="${round(size)}"${dash}><title>${escapedXml(words)}</title></line>`;
  });
  const nodes = graph.mapNodes((_, attributes) => {
    const { x, y } = place(attributes);
    const { type, color, name } = attributes;
    const radius = scale(attributes.size);
    return [
      `<path d="${outline(type, round(x), round(y), round(radius))}" fill="${color}"><title>${escapedXml(name)}</title></path>`,
      `<text x="${round(x)}" y="${round(y + radius + 14)}">${escapedXml(labelOf(name))}</text>`,
    ].join('');
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="100%" height="100%" fill="${palette.ground}"/>`,
    ...edges,
    `<g font-family="system-ui, sans-serif" font-size="12" text-anchor="middle" fill="${palette.text}">`,
    ...nodes,
    '</g></svg>',
  ].join('\n');
}

function round(value = 0): number {
  return Math.round(value * 100) / 100;
}
