import { parseAddress } from '../address/address.ts';
import type { Navigation } from '../address/use-address.ts';
import type { Renderer } from './renderer.ts';

/** Follows clicks on the canvas; returns what ends that. */
export function listen(renderer: Renderer, go: Navigation['go']): () => void {
  const click = ({ node, event }: { node: string; event: { original: Event } }) => {
    const { around, entity } = parseAddress(location.search);
    const { original } = event;
    const withShift = original instanceof MouseEvent && original.shiftKey;
    if (withShift && entity && entity !== node)
      return go({ between: [entity, node], relation: null });
    go({ entity: node, relation: null, between: null, around: [...new Set([...around, node])] });
  };
  const clickEdge = ({ edge }: { edge: string }) => go({ relation: edge });
  const doubleClick = ({
    node,
    preventSigmaDefault,
  }: {
    node: string;
    preventSigmaDefault(): void;
  }) => {
    preventSigmaDefault();
    const middle = renderer.getNodeDisplayData(node);
    if (middle) void renderer.getCamera().animate({ x: middle.x, y: middle.y, ratio: 0.6 });
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
