import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesPlugin } from '@escape.tech/graphql-armor-max-directives';
import { maxTokensPlugin } from '@escape.tech/graphql-armor-max-tokens';
import type { Plugin } from 'graphql-yoga';
import { type Limits, limitExceeded } from './limits.ts';

/** GraphQL over HTTP: 400 for who accepts application/graphql-response+json. */
const http = { spec: true, status: 400 };
const unparsed = { code: 'GRAPHQL_PARSE_FAILED', http };
const invalid = { code: 'GRAPHQL_VALIDATION_FAILED', http };

/** Refuses documents that are out of proportion before anything is validated or run. */
export function documentGuards(limits: Limits): Plugin[] {
  const { nesting, tokens, depth, aliases, directives } = limits;
  const refusing = (...refusal: Parameters<typeof limitExceeded>) => ({
    onReject: [
      () => {
        throw limitExceeded(...refusal);
      },
    ],
  });
  return [
    nestingGuard(nesting),
    maxTokensPlugin({
      n: tokens,
      ...refusing(
        'tokens',
        tokens,
        `The document has more than ${tokens} tokens. Send values as variables, and ask in several requests.`,
        unparsed,
      ),
    }),
    maxDepthPlugin({
      ...{ n: depth, flattenFragments: true, ignoreIntrospection: false },
      ...refusing(
        'depth',
        depth,
        `The depth of the selection is more than ${depth} levels. Ask for fewer fields inside fields, and for the rest by id in another request.`,
        invalid,
      ),
    }),
    // By default __typename may be aliased without end.
    maxAliasesPlugin({
      ...{ n: aliases, allowList: [] },
      ...refusing(
        'aliases',
        aliases,
        `The document has more than ${aliases} aliases. Ask for several things at once ('nodes', filters with lists), or in several requests.`,
        invalid,
      ),
    }),
    maxDirectivesPlugin({
      n: directives,
      ...refusing(
        'directives',
        directives,
        `The document has more than ${directives} directives. Leave out what you do not ask for, or ask in several requests.`,
        invalid,
      ),
    }),
  ] as Plugin[];
}

function nestingGuard(nesting: number): Plugin {
  return {
    onParse({ params: { source } }) {
      const text = typeof source === 'string' ? source : source.body;
      if (nestingOf(text) > nesting) {
        throw limitExceeded(
          'nesting',
          nesting,
          `The document nests deeper than ${nesting} brackets. Send nested values as variables.`,
          unparsed,
        );
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
