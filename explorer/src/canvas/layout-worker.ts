import { layOut, type Web } from './force-layout.ts';

/** A thread of its own: a large graph takes longer than a frame. */
addEventListener('message', ({ data: { turn, ...web } }: MessageEvent<Web & { turn: number }>) => {
  postMessage({ turn, places: layOut(web) });
});
