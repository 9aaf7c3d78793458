import { useMemo, useRef } from 'react';
import { useQuery } from 'urql';
import { useAddress, useView } from '../address/use-address.ts';
import { withDefaults } from '../graphql/with-defaults.ts';
import { useTexts } from '../language/use-texts.ts';
import { pathsQuery, subgraphQuery } from '../queries/subgraph.ts';
import { type Drawing, drawingOf } from './drawing.ts';

/** More than this is unreadable; what is left out is said on the canvas. */
const canvasSize = { maxNodes: 300, maxRelations: 1_500 };

export interface DrawingState {
  readonly drawing: Drawing;
  readonly loading: boolean;
  readonly error: string | null;
  /** GraphiQL with the question in it. */
  readonly queryLink: string;
  retry(): void;
}

/** Asks for what the address wants drawn. While an answer is awaited, the last one stays. */
export function useDrawing(): DrawingState {
  const { address } = useAddress();
  const { code: language } = useTexts();
  const view = useView();
  const { around, between } = address;
  const seeds = around.map((key) => ({ key }));
  const asked = { seeds, view, language, ...canvasSize };
  const askedPaths = { from: between?.[0] ?? '', to: between?.[1] ?? '', view, language };
  const [found, ask] = useQuery({
    query: subgraphQuery,
    variables: asked,
    pause: around.length === 0,
  });
  const [connected, askPaths] = useQuery({
    query: pathsQuery,
    variables: askedPaths,
    pause: between === null,
  });
  const subgraph = around.length > 0 ? (found.data?.subgraph ?? null) : null;
  const paths = between ? (connected.data?.paths ?? null) : null;
  const last = useRef({ subgraph, paths });
  if (subgraph || around.length === 0) last.current = { ...last.current, subgraph };
  if (paths || !between) last.current = { ...last.current, paths };
  const shown = last.current;
  const drawing = useMemo(
    () => drawingOf(shown.subgraph, shown.paths),
    [shown.subgraph, shown.paths],
  );
  return {
    drawing,
    loading: found.fetching || connected.fetching,
    error: (found.error ?? connected.error)?.message ?? null,
    queryLink: `/graphql?query=${encodeURIComponent(
      between ? withDefaults(pathsQuery, askedPaths) : withDefaults(subgraphQuery, asked),
    )}`,
    retry: () => {
      ask({ requestPolicy: 'network-only' });
      askPaths({ requestPolicy: 'network-only' });
    },
  };
}
