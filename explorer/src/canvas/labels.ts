import { type LabelBox, placeLabels } from './label-placement.ts';
import { isLarge, type Renderer } from './renderer.ts';
import { labelOf } from './style.ts';

const height = 16;
const margin = 4;

/** Milliseconds without movement after which a large graph is labelled anew. */
const rest = 150;

/** Labels what has room after each movement, a large graph once it has come to rest; returns what ends that. */
export function keepLabelled(renderer: Renderer): () => void {
  const place = labelsFor(renderer);
  let timer: number | undefined;
  renderer.on('afterRender', () => {
    clearTimeout(timer);
    if (isLarge(renderer.getGraph())) timer = window.setTimeout(place, rest);
    else place();
  });
  return () => clearTimeout(timer);
}

/** Lets labels appear that have room: of the selected and of those with many relations first. */
function labelsFor(renderer: Renderer): () => void {
  const context = document.createElement('canvas').getContext('2d');
  if (context) context.font = '500 12px system-ui, sans-serif';
  const widths = new Map<string, number>();
  const widthOf = (text: string) => {
    const width = widths.get(text) ?? context?.measureText(text).width ?? 0;
    widths.set(text, width);
    return width;
  };
  let shown = new Set<string>();
  return () => {
    const graph = renderer.getGraph();
    const { width, height: tall } = renderer.getDimensions();
    const bodies: LabelBox[] = [];
    const boxes: (LabelBox & { readonly weight: number })[] = [];
    graph.forEachNode((key, { x, y, size, name }) => {
      const middle = renderer.graphToViewport({ x, y });
      if (middle.x < 0 || middle.y < 0 || middle.x > width || middle.y > tall) return;
      const { isSelected } = renderer.getNodeState(key);
      const half = widthOf(isSelected ? name : labelOf(name)) / 2 + margin;
      const radius = renderer.scaleSize(size);
      const top = middle.y + radius;
      bodies.push({
        ...{ key, left: middle.x - radius, right: middle.x + radius },
        ...{ top: middle.y - radius, bottom: top },
      });
      boxes.push({
        ...{ key, left: middle.x - half, right: middle.x + half, top, bottom: top + height },
        weight: isSelected ? Number.POSITIVE_INFINITY : size,
      });
    });
    const next = placeLabels(
      boxes.sort((a, b) => b.weight - a.weight),
      bodies,
    );
    const appear = [...next].filter((key) => !shown.has(key));
    const vanish = [...shown].filter((key) => !next.has(key) && graph.hasNode(key));
    shown = next;
    if (appear.length > 0) renderer.setNodesState(appear, { isLabelled: true });
    if (vanish.length > 0) renderer.setNodesState(vanish, { isLabelled: false });
  };
}
