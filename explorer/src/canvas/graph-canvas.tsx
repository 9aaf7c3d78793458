import Graph from 'graphology';
import { useEffect, useRef, useState } from 'react';
import { useAddress } from '../address/use-address.ts';
import { useTexts } from '../language/use-texts.ts';
import { CanvasButtons } from './canvas-buttons.tsx';
import type { Drawing } from './drawing.ts';
import { labelsFor } from './labels.ts';
import { listen } from './listen.ts';
import { createRenderer, type Renderer } from './renderer.ts';
import { mark } from './selection.ts';
import type { EdgeAttributes, NodeAttributes } from './style.ts';
import { currentPalette } from './style.ts';
import { type DrawnGraph, settle, sync } from './sync.ts';
import { useColourScheme } from './use-colour-scheme.ts';

/** The graph as a picture, which follows the address and changes it. */
export function GraphCanvas({ drawing }: { readonly drawing: Drawing }) {
  const { address, go } = useAddress();
  const { t, language } = useTexts();
  const scheme = useColourScheme();
  const container = useRef<HTMLDivElement>(null);
  const graph = useRef<DrawnGraph>(null);
  const [renderer, setRenderer] = useState<Renderer | null>(null);
  graph.current ??= new Graph<NodeAttributes, EdgeAttributes>({ multi: true, type: 'directed' });

  // biome-ignore lint/correctness/useExhaustiveDependencies: colours are read from the style sheet.
  useEffect(() => {
    if (!container.current || !graph.current) return;
    const created = createRenderer(graph.current, container.current, currentPalette());
    const place = labelsFor(created);
    created.on('afterRender', place);
    setRenderer(created);
    return () => {
      setRenderer(null);
      created.kill();
    };
  }, [scheme]);

  useEffect(() => (renderer ? listen(renderer, go) : undefined), [renderer, go]);

  useEffect(() => {
    if (!renderer || !graph.current) return;
    if (!sync(graph.current, drawing, currentPalette(), language)) return;
    return settle(graph.current, () => renderer.refresh());
  }, [renderer, drawing, language]);

  useEffect(() => {
    if (renderer) mark(renderer, drawing, address);
  }, [renderer, drawing, address]);

  return (
    <>
      <div
        ref={container}
        className="canvas"
        role="img"
        aria-label={t.drawing}
        data-nodes={drawing.nodes.size}
        data-edges={drawing.edges.size}
      />
      {renderer && <CanvasButtons renderer={renderer} />}
    </>
  );
}
