import Graph from 'graphology';
import { useEffect, useRef, useState } from 'react';
import { useAddress } from '../address/use-address.ts';
import { useTexts } from '../language/use-texts.ts';
import { CanvasButtons } from './canvas-buttons.tsx';
import type { Drawing } from './drawing.ts';
import { keepLabelled } from './labels.ts';
import { centre, listen } from './listen.ts';
import { adaptTo, createRenderer, type Renderer } from './renderer.ts';
import { mark } from './selection.ts';
import { settle } from './settle.ts';
import type { EdgeAttributes, NodeAttributes } from './style.ts';
import { currentPalette } from './style.ts';
import { type DrawnGraph, sync } from './sync.ts';
import { useColourScheme } from './use-colour-scheme.ts';

/** The graph as a picture, which follows the address and changes it. */
export function GraphCanvas({ drawing }: { readonly drawing: Drawing }) {
  const { address, go } = useAddress();
  const { t, language } = useTexts();
  const scheme = useColourScheme();
  const container = useRef<HTMLDivElement>(null);
  const graph = useRef<DrawnGraph>(null);
  const [renderer, setRenderer] = useState<Renderer | null>(null);
  // Of the graph and not of one drawing of it: the next one goes on with what the last left unfinished.
  const centred = useRef<string>(null);
  const isSettled = useRef(true);
  const [state, setState] = useState<'placing' | 'moving' | 'still'>('still');
  graph.current ??= new Graph<NodeAttributes, EdgeAttributes>({ multi: true, type: 'directed' });

  // biome-ignore lint/correctness/useExhaustiveDependencies: colours are read from the style sheet.
  useEffect(() => {
    if (!container.current || !graph.current) return;
    const created = createRenderer(graph.current, container.current, currentPalette());
    const stopLabels = keepLabelled(created);
    setRenderer(created);
    return () => {
      setRenderer(null);
      stopLabels();
      created.kill();
    };
  }, [scheme]);

  useEffect(() => {
    if (!renderer) return;
    return listen(renderer, go, (node) => {
      centred.current = node;
    });
  }, [renderer, go]);

  useEffect(() => {
    if (!renderer || !graph.current) return;
    const wasEmpty = graph.current.order === 0;
    const isNew = sync(graph.current, drawing, currentPalette(), language);
    adaptTo(renderer);
    if (!isNew && isSettled.current) return;
    isSettled.current = false;
    setState(wasEmpty ? 'placing' : 'moving');
    return settle(graph.current, wasEmpty, () => {
      isSettled.current = true;
      renderer.refresh();
      if (centred.current && renderer.getGraph().hasNode(centred.current)) {
        centre(renderer, centred.current);
      }
      setState('still');
    });
  }, [renderer, drawing, language]);

  useEffect(() => {
    if (renderer) mark(renderer, drawing, address);
  }, [renderer, drawing, address]);

  return (
    <>
      <div
        ref={container}
        className={`canvas ${state}`}
        role="img"
        aria-busy={state !== 'still'}
        aria-label={t.drawing}
        data-nodes={drawing.nodes.size}
        data-edges={drawing.edges.size}
      />
      {renderer && <CanvasButtons renderer={renderer} />}
    </>
  );
}
