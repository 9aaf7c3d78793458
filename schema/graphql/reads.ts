import type { GraphQLResolveInfo } from 'graphql';
import { encodeId } from './global-id.ts';

/**
 * A field that is computed from columns of its row alone. They stand in the field's extensions, so
 * that a query for a selection can be made of them, and the resolver sees no others.
 */
export function reads<Row>() {
  return <Column extends keyof Row & string>(...columns: readonly Column[]) =>
    <Result, Args = unknown>(resolve: (row: Pick<Row, Column>, args: Args) => Result) => ({
      extensions: { reads: columns, atOnce: resolve },
      resolve: (row: Row, args: Args): Result => resolve(row, args),
    });
}

/** The same for the `id` of a node, which Relay's plugin makes of a column by way of a promise. */
export function readsId<Row>(typename: string) {
  return <Column extends keyof Row & string>(column: Column) => ({
    extensions: {
      reads: [column],
      atOnce: (row: Pick<Row, Column>) => encodeId(typename, String(row[column])),
    },
    resolve: (row: Row): string => String(row[column]),
  });
}

/** A field that leads to other rows: the columns that it starts from, and how they are loaded. */
export function follows<Row>() {
  return <Column extends keyof Row & string>(...columns: readonly Column[]) =>
    <Result, Context, Args = unknown>(
      resolve: (
        row: Pick<Row, Column>,
        args: Args,
        context: Context,
        info: GraphQLResolveInfo,
      ) => Result,
    ) => ({
      extensions: { follows: columns },
      resolve: (row: Row, args: Args, context: Context, info: GraphQLResolveInfo): Result =>
        resolve(row, args, context, info),
    });
}
