import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesPlugin } from '@escape.tech/graphql-armor-max-directives';
import { maxTokensPlugin } from '@escape.tech/graphql-armor-max-tokens';
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** A path with its statements, their documents and publishers is 12 deep. */
const depth = 18;
const tokens = 2_000;
const aliases = 30;
const directives = 8;
/** Brackets within brackets: the parser is recursive, and tokens alone do not protect it. */
const nesting = 200;

/** Refuses documents that are out of proportion before anything is validated or run. */
export function documentGuards(): Plugin[] {
  return [
    nestingGuard(),
    maxTokensPlugin({ n: tokens }),
    maxDepthPlugin({ n: depth, flattenFragments: true, ignoreIntrospection: false }),
    // By default __typename may be aliased without end.
    maxAliasesPlugin({ n: aliases, allowList: [] }),
    maxDirectivesPlugin({ n: directives }),
  ] as Plugin[];
}

function nestingGuard(): Plugin {
  return {
    onParse({ params: { source } }) {
      const text = typeof source === 'string' ? source : source.body;
      if (nestingOf(text) > nesting) {
        throw new GraphQLError(`The document nests deeper than ${nesting} brackets.`, {
          extensions: { code: 'GRAPHQL_PARSE_FAILED', http: { status: 400 } },
        });
      }
    },
  };
}

/** Brackets in strings count too: an upper bound is enough, and needs no parser. */
function nestingOf(text: string): number {
  let open = 0;
  let most = 0;
  for (const character of text) {
    if ('{[('.includes(character)) open++;
    else if ('}])'.includes(character)) open--;
    most = Math.max(most, open);
  }
  return most;
}
