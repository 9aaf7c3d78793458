import { rankAfter } from '../../src/graph/ranking.ts';
import { rankingState } from '../../src/graph/revision.ts';
import type { Context } from '../graphql/context.ts';
import type { Ask } from '../graphql/selection/ask.ts';

/** Which rows of a ranked list a page holds: of a search, of a traversal. */
export interface RankedRequest {
  readonly rank: number;
  /** Rows of the page. */
  readonly size: number;
  /** Rows to ask for: one more than the page holds, where somebody asks whether there are more. */
  readonly limit: number;
  readonly state: () => Promise<string>;
  readonly ceiling: number;
}

/**
 * `question` is all that the rows depend on, as JSON values; `ceiling` how many rows can be paged
 * through. Throws `UserInputError` for a cursor of another question or of another state of the graph.
 */
export async function rankedRequest(
  context: Context,
  ask: Pick<Ask, 'also'>,
  question: unknown,
  { size, after, ceiling }: { size: number; after: string | null | undefined; ceiling: number },
): Promise<RankedRequest> {
  const state = () => rankingState(context, question);
  // A cursor must not be of a later state than the rows.
  if (ask.also('cursors')) await state();
  const rank = await rankAfter(after, state, ceiling);
  const shown = Math.min(size, ceiling - rank);
  const andOneMore = ask.also('completeness') || ask.also('neighbours');
  const limit = shown + (andOneMore ? 1 : 0);
  return { rank, size: shown, limit: Math.max(1, limit), state, ceiling };
}
