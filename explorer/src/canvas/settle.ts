import { animateNodes } from 'sigma/utils';
import type { DrawnGraph } from './sync.ts';

interface Answer {
  readonly turn: number;
  readonly places: Float64Array;
}

type Places = Record<string, { x: number; y: number }>;

/** More nodes than this take their places at once: to move them all is no longer smooth. */
const movable = 500;

const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
let turns = 0;

/**
 * Moves all to where they stand best, as is worked out beside the page; returns what stops that. `done` is
 * called once nothing moves any more.
 */
export function settle(graph: DrawnGraph, atOnce: boolean, done: () => void): () => void {
  turns += 1;
  const turn = turns;
  const keys = graph.nodes();
  const controller = new AbortController();
  let stop = () => {};
  const take = ({ data }: MessageEvent<Answer>) => {
    if (data.turn !== turn) return;
    controller.abort();
    const places = placesOf(keys, data.places);
    const still = atOnce || graph.order > movable || prefersStillness();
    if (!still) {
      stop = animateNodes(graph, places, { duration: 350 }, done);
      return;
    }
    graph.updateEachNodeAttributes((key, attributes) => ({ ...attributes, ...places[key] }));
    done();
  };
  worker.addEventListener('message', take, { signal: controller.signal });
  worker.postMessage({ turn, ...webOf(graph, keys) });
  return () => {
    controller.abort();
    stop();
  };
}

function webOf(graph: DrawnGraph, keys: readonly string[]) {
  const numbers = new Map(keys.map((key, number) => [key, number]));
  const places = keys.flatMap((key) => {
    const { x, y } = graph.getNodeAttributes(key);
    return [x, y];
  });
  const ends = graph.mapEdges((_id, _look, from, to) => [from, to]).flat();
  return {
    places: Float64Array.from(places),
    ends: Uint32Array.from(ends, (key) => numbers.get(key) ?? 0),
  };
}

function placesOf(keys: readonly string[], places: Float64Array): Places {
  return Object.fromEntries(
    keys.map((key, number) => [
      key,
      { x: places[2 * number] ?? 0, y: places[2 * number + 1] ?? 0 },
    ]),
  );
}

function prefersStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
