import type { GraphQLResolveInfo } from 'graphql';
import { rankAfter } from '../../src/graph/ranking.ts';
import { rankingState } from '../../src/graph/revision.ts';
import type { Context } from '../graphql/context.ts';
import { selects } from '../graphql/selection/selects.ts';

/** Which rows of a traversal a page holds. */
export interface RankedRequest {
  readonly rank: number;
  /** Rows of the page. */
  readonly size: number;
  /** Rows to ask for: one more than the page holds, where somebody asks whether there are more. */
  readonly limit: number;
  readonly state: () => Promise<string>;
  readonly ceiling: number;
}

/** `question` is all that the rows depend on, as JSON values. */
export async function rankedRequest(
  context: Context,
  info: GraphQLResolveInfo,
  question: unknown,
  { size, after, ceiling }: { size: number; after: string | null | undefined; ceiling: number },
): Promise<RankedRequest> {
  const state = () => rankingState(context, question);
  // A cursor must not be of a later state than the rows.
  if (asksForCursors(info)) await state();
  const rank = await rankAfter(after, state, ceiling);
  const shown = Math.min(size, ceiling - rank);
  const limit = shown + (asksForMore(info) ? 1 : 0);
  return { rank, size: shown, limit: Math.max(1, limit), state, ceiling };
}

function asksForCursors(info: GraphQLResolveInfo): boolean {
  return (
    selects(info, 'edges', 'cursor') ||
    selects(info, 'pageInfo', 'startCursor') ||
    selects(info, 'pageInfo', 'endCursor')
  );
}

function asksForMore(info: GraphQLResolveInfo): boolean {
  return selects(info, 'completeness') || selects(info, 'pageInfo', 'hasNextPage');
}
