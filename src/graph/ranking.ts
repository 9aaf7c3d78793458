import { z } from 'zod';
import { UserInputError } from '../errors.ts';
import type { UncountedPage } from './lists.ts';

const RankCursor = z.tuple([z.string(), z.number().int().min(1)]);

/** What a ranked list depends on: another question or another graph has another state. */
type RankingState = () => Promise<string>;

/** How many rows of a ranked list come before the page. The cursor is tied to the graph's state. */
export async function rankAfter(
  cursor: string | null | undefined,
  state: RankingState,
  ceiling: number,
): Promise<number> {
  if (cursor == null) return 0;
  const parsed = RankCursor.safeParse(jsonOf(Buffer.from(cursor, 'base64url').toString()));
  if (!parsed.success) {
    throw new UserInputError('This is no cursor. Take it from pageInfo or an edge of this list.');
  }
  const [known, rank] = parsed.data;
  if (known !== (await state())) {
    throw new UserInputError(
      'This cursor is of another question, or the graph has changed since. Ask for the first page again.',
    );
  }
  if (rank >= ceiling) {
    throw new UserInputError(
      `Ranked lists end after ${ceiling} rows. Narrow the question instead.`,
    );
  }
  return rank;
}

interface RankedSlice {
  readonly rank: number;
  readonly size: number;
  readonly state: RankingState;
  readonly ceiling: number;
}

/** A page of a ranked list; `rows` begin at the rank and hold one more than the page, if there is. */
export function rankedPage<Item>(
  rows: readonly Item[],
  { rank, size, state, ceiling }: RankedSlice,
): UncountedPage<Item> {
  return {
    edges: rows.slice(0, size).map((item, index) => ({
      // The state is one statement more, which is spared where nobody asks for cursors.
      cursor: async () => encodeRank(await state(), rank + index + 1),
      item,
    })),
    // Rows beyond the ceiling are there, but no page leads to them.
    hasNextPage: () => rows.length > size && rank + size < ceiling,
    hasPreviousPage: () => rank > 0,
  };
}

function encodeRank(state: string, rank: number): string {
  return Buffer.from(JSON.stringify([state, rank])).toString('base64url');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
