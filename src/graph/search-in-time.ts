import { QueryTimedOutError } from '../errors.ts';
import type { GraphReader } from './reader.ts';

/** The share of the time that the whole search has, before it is done hop by hop in the rest. */
const wholeShare = 0.7;

export interface SearchTime {
  readonly client: GraphReader;
  /** Milliseconds for one search. */
  readonly traversalTime: number;
}

export interface Search<Answer> {
  /** With fewer hops than these there can be no answer. */
  readonly minHops: number;
  readonly maxHops: number;
  readonly ask: (client: GraphReader, maxHops: number) => Promise<Answer>;
  /** Whether more hops would not change the answer. */
  readonly isFilled: (answer: Answer) => boolean;
}

export interface Searched<Answer> {
  /** Null where not even the least number of hops could be searched. */
  readonly answer: Answer | null;
  /** How many hops were searched. */
  readonly hops: number;
}

/**
 * Searches in one go. If the time is not enough, or the memory of a transaction, searches again with
 * one hop, with two and so on, and gives the last answer that was finished.
 */
export async function searchInTime<Answer>(
  { client, traversalTime }: SearchTime,
  { minHops, maxHops, ask, isFilled }: Search<Answer>,
): Promise<Searched<Answer>> {
  const whole = await inTime(ask(client.until(Date.now() + traversalTime * wholeShare), maxHops));
  if (whole !== timedOut) return { answer: whole, hops: maxHops };
  const rest = client.until(Date.now() + traversalTime * (1 - wholeShare));
  let found: Searched<Answer> = { answer: null, hops: minHops - 1 };
  for (let hops = minHops; hops < maxHops; hops++) {
    const answer = await inTime(ask(rest, hops));
    if (answer === timedOut) break;
    found = { answer, hops };
    if (isFilled(answer)) break;
  }
  return found;
}

const timedOut = Symbol('timed out');

async function inTime<Answer>(work: Promise<Answer>): Promise<Answer | typeof timedOut> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof QueryTimedOutError) return timedOut;
    throw error;
  }
}
