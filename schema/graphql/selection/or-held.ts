import type { GraphQLResolveInfo } from 'graphql';
import { heldAnswer } from '../../../src/graph/select/branch.ts';
import type { Context } from '../context.ts';
import type { MaybePromise } from '../loaded.ts';

type Resolver<Row, Args, Result> = (
  row: Row,
  args: Args,
  context: Context,
  info: GraphQLResolveInfo,
) => MaybePromise<Result>;

/** Answers with what came together with the row, at once, and asks where nothing came. */
export function orHeld<Row extends object, Args, Result>(
  ask: Resolver<Row, Args, Result>,
): Resolver<Row, Args, Result> {
  return (row, args, context, info) => {
    const held = heldAnswer(row, String(info.path.key));
    return held === undefined ? ask(row, args, context, info) : (held as Result);
  };
}
