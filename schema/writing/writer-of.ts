import { UserInputError } from '../../src/errors.ts';
import type { GraphWriter } from '../../src/writer.ts';
import type { Context } from '../graphql/context.ts';

/** Throws {@link UserInputError} on a server that is there for reading only. */
export function writerOf({ writer }: Context): GraphWriter {
  if (writer) return writer;
  throw new UserInputError('This server takes no changes. Send them to one that does.');
}
