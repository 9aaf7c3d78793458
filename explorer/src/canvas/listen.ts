import { parseAddress } from '../address/address.ts';
import type { Navigation } from '../address/use-address.ts';
import type { Renderer } from './renderer.ts';

/** Follows clicks on the canvas; returns what ends that. `centred` is given what was clicked twice. */
export function listen(
  renderer: Renderer,
  go: Navigation['go'],
  centred: (node: string | null) => void,
): () => void {
  const click = ({ node, event }: { node: string; event: { original: Event } }) => {
    const { around, entity } = parseAddress(location.search);
    const { original } = event;
    centred(null);
    const withShift = original instanceof MouseEvent && original.shiftKey;
    if (withShift && entity && entity !== node)
      return go({ between: [entity, node], relation: null });
    go({ entity: node, relation: null, between: null, around: [...new Set([...around, node])] });
  };
  const clickEdge = ({ edge }: { edge: string }) => go({ relation: edge });
  const doubleClick = ({ node, preventSigmaDefault }: DoubleClick) => {
    preventSigmaDefault();
    centred(node);
    centre(renderer, node);
  };
  renderer.on('clickNode', click);
  renderer.on('clickEdge', clickEdge);
  renderer.on('doubleClickNode', doubleClick);
  return () => {
    renderer.off('clickNode', click);
    renderer.off('clickEdge', clickEdge);
    renderer.off('doubleClickNode', doubleClick);
  };
}

interface DoubleClick {
  readonly node: string;
  preventSigmaDefault(): void;
}

/** Moves what is drawn, until a node stands in the middle. */
export function centre(renderer: Renderer, node: string): void {
  const place = renderer.getNodeDisplayData(node);
  if (place) void renderer.getCamera().animate({ x: place.x, y: place.y, ratio: 0.6 });
}
