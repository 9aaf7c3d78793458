import type { GraphQLField } from 'graphql';
import type { BranchMaker, ListWish } from './ask.ts';
import type { PartKind } from './wishes.ts';

/** What a field says of the data that it is answered from, in its extensions. */
export interface Needs {
  /** Columns of the row that the field stands on. */
  readonly reads?: readonly string[];
  /** Columns that the field starts from where it loads by itself. */
  readonly follows?: readonly string[];
  /** How the field is answered together with the row. */
  readonly branch?: BranchMaker;
  /** Whether it leads to what is at hand, so that even a list of thousands may answer it at once. */
  readonly near?: boolean;
  /** Columns of rows that the field's parent is made of: of a hop, its relation's and its entity's. */
  readonly of?: Readonly<Partial<Record<PartKind, readonly string[]>>>;
  /** A wish to the list that the field belongs to. */
  readonly also?: ListWish;
  /** The field's answer, from its row and arguments alone: no promise, unless its row makes one. */
  readonly atOnce?: AtOnce;
}

type AtOnce = (row: never, args: never) => unknown;

/** A field that is answered from its row and arguments alone, and what else it says of itself. */
export function atOnce<Answer extends AtOnce>(resolve: Answer, needs: Needs = {}) {
  return { extensions: { ...needs, atOnce: resolve }, resolve };
}

export function needsOf({ extensions }: Pick<GraphQLField<unknown, unknown>, 'extensions'>): Needs {
  return extensions as Needs;
}
