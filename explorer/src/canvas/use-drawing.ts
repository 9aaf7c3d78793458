import { useCallback, useEffect, useMemo, useRef } from 'react';
import { type CombinedError, useQuery } from 'urql';
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
  readonly error: CombinedError | undefined;
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
  const [hasSeeds, hasEnds] = [around.length > 0, between !== null];
  const askAgain = useCallback(() => {
    if (hasSeeds) ask({ requestPolicy: 'network-only' });
    if (hasEnds) askPaths({ requestPolicy: 'network-only' });
  }, [ask, askPaths, hasSeeds, hasEnds]);
  // A database that has just come up needs its time once: what was cut by it is asked again, once.
  const isCut = [subgraph, paths].some((answer) => answer?.completeness.reason === 'TIME_BUDGET');
  const question = isCut ? JSON.stringify([around, between, view]) : null;
  const repeated = useRef<string>(null);
  useEffect(() => {
    if (question === null || repeated.current === question) return;
    repeated.current = question;
    askAgain();
  }, [question, askAgain]);
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
    // A question that is no longer asked keeps its last error.
    error: (around.length > 0 ? found.error : undefined) ?? (between ? connected.error : undefined),
    queryLink: `/graphql?query=${encodeURIComponent(
      between ? withDefaults(pathsQuery, askedPaths) : withDefaults(subgraphQuery, asked),
    )}`,
    retry: askAgain,
  };
}
