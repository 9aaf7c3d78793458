import { NobodyWaitsError, QueryTimedOutError } from '../errors.ts';

/**
 * Rejects with {@link QueryTimedOutError} after so many milliseconds, and with {@link NobodyWaitsError} when
 * the signal comes; closing the session ends what the database still does.
 */
export async function withinTime<Result>(
  work: Promise<Result>,
  milliseconds: number,
  signal?: AbortSignal,
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  let leave = () => {};
  const over = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new QueryTimedOutError()), milliseconds);
    leave = () => reject(new NobodyWaitsError());
    signal?.addEventListener('abort', leave, { once: true });
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', leave);
  }
}
