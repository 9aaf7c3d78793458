import type { Profiler } from 'node:inspector';

export interface SelfTime {
  readonly name: string;
  /** Of the time in which the process did anything. */
  readonly share: number;
}

export interface SelfTimes {
  /** Files by package, and ours by folder. */
  readonly byPlace: readonly SelfTime[];
  readonly byFunction: readonly SelfTime[];
}

/** Where a process spent its time, the most first. */
export function selfTimes({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): SelfTimes {
  const spent = new Map<number, number>();
  for (const [index, id] of samples.entries()) {
    spent.set(id, (spent.get(id) ?? 0) + (timeDeltas[index] ?? 0));
  }
  const busy = nodes.filter(({ callFrame }) => !idle.has(callFrame.functionName));
  const sums = (nameOf: (frame: Profiler.ProfileNode['callFrame']) => string): SelfTime[] => {
    const times = new Map<string, number>();
    for (const { id, callFrame } of busy) {
      const name = nameOf(callFrame);
      times.set(name, (times.get(name) ?? 0) + (spent.get(id) ?? 0));
    }
    const total = [...times.values()].reduce((sum, time) => sum + time, 0);
    return [...times]
      .map(([name, time]) => ({ name, share: time / total }))
      .sort((a, b) => b.share - a.share);
  };
  return {
    byPlace: sums(placeOf),
    byFunction: sums((frame) => `${frame.functionName || '(anonymous)'} in ${placeOf(frame)}`),
  };
}

/** `dispatch` is the profiler itself. */
const idle = new Set(['(idle)', '(program)', '(root)', 'dispatch']);

function placeOf({ url, functionName }: Profiler.ProfileNode['callFrame']): string {
  const inPackage = url.split('node_modules/').at(-1);
  if (url.includes('node_modules/') && inPackage) {
    return inPackage
      .split('/')
      .slice(0, inPackage.startsWith('@') ? 2 : 1)
      .join('/');
  }
  const ours = /\/((?:src|schema|import)\/.*)$/.exec(url)?.[1];
  if (ours) return ours;
  return url === '' ? functionName : url.replace(/^node:/, 'node ').replace(/\?.*$/, '');
}
