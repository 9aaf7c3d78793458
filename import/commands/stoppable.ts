import { ImportStopped } from '../import-error.ts';

const signals = ['SIGINT', 'SIGTERM'] as const;

/** Does work that SIGINT and SIGTERM end between two transactions, with an {@link ImportStopped}. */
export async function stoppable<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
  /** What is left of the work that was ended, in words. */
  left = 'What is written is whole in itself; the same command does the rest.',
): Promise<Result> {
  const controller = new AbortController();
  const stop = (name: (typeof signals)[number]) => {
    controller.abort(new ImportStopped(name, left));
    // Whoever writes into it may never end.
    process.stdin.destroy();
  };
  // Not once: npm hands on what a terminal has sent to the whole group.
  for (const name of signals) process.on(name, stop);
  try {
    return await work(controller.signal);
  } finally {
    for (const name of signals) process.off(name, stop);
  }
}
