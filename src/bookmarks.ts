import { getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { UserInputError } from './errors.ts';
import type { GraphClient } from './graph/client.ts';

/**
 * Comes with the answer to a mutation and stands for what is written so far. Sent back with a request,
 * to this server or another of the same graph, it has that read from a state that holds it.
 */
export const bookmarkHeader = 'claimgraph-bookmark';

/** Neo4j's own, `FB:` and 28 letters on 5.26: one for each writer that wrote meanwhile. */
const form = /^[A-Z]{2}:[\w+/=-]{4,200}( [A-Z]{2}:[\w+/=-]{4,200}){0,19}$/;

/** Throws {@link UserInputError} for a header that no answer has brought along. */
export function bookmarksOf(request: Request): readonly string[] {
  const header = request.headers.get(bookmarkHeader);
  if (header === null) return [];
  if (form.test(header)) return header.split(' ');
  throw new UserInputError(
    `${bookmarkHeader} is of another form than those of our answers. Send the last one as it came, or none.`,
  );
}

/** Gives the answer to a mutation its bookmark. */
export function bookmarkOfMutations(writing: Pick<GraphClient, 'bookmarks'>): Plugin {
  const mutating = new WeakSet<Request>();
  return {
    onExecute({ args }) {
      const operation = getOperationAST(args.document, args.operationName);
      if (operation?.operation === 'mutation') mutating.add(args.contextValue.request);
    },
    async onResponse({ request, response }) {
      if (!mutating.has(request)) return;
      const bookmarks = await writing.bookmarks();
      if (bookmarks.length > 0) response.headers.set(bookmarkHeader, bookmarks.join(' '));
    },
  };
}
