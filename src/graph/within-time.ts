import { QueryTimedOutError } from '../errors.ts';

/** Planning is no part of a transaction, and is not ended by its timeout. */
const planningTime = 2_000;

/**
 * Rejects with {@link QueryTimedOutError} when a statement's timeout in milliseconds, and the time to plan it,
 * are over; closing the session ends the rest.
 */
export async function withinTime<Result>(work: Promise<Result>, timeout: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new QueryTimedOutError()), timeout + planningTime);
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
}
