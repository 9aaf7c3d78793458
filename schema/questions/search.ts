import { z } from 'zod';
import type { Page } from '../../src/graph/lists.ts';
import { compileQuestion } from '../../src/graph/question.ts';
import { rankedPage } from '../../src/graph/ranking.ts';
import type { EntityRow } from '../../src/graph/rows/entity.ts';
import { countSearch, searchEntities } from '../../src/graph/search.ts';
import {
  type MatchKind,
  matchedColumns,
  type TextMatch,
  textMatches,
} from '../../src/graph/text-matches.ts';
import { defineConnection, forwardArguments, pageCost } from '../graphql/connections.ts';
import type { Context } from '../graphql/context.ts';
import { described } from '../graphql/enums.ts';
import { defaultPage, maximalRank, maximalText, namedSome } from '../graphql/limits.ts';
import type { Parts } from '../graphql/parts.ts';
import { reads } from '../graphql/reads.ts';
import type { Ask } from '../graphql/selection/ask.ts';
import { askOfField } from '../graphql/selection/asking-field.ts';
import { atOnce } from '../graphql/selection/needs.ts';
import { viewArgument, viewOf } from '../graphql/view.ts';
import { rankedRequest } from './ranked-request.ts';

interface Hit {
  readonly item: EntityRow;
  readonly score: number;
  readonly query: string;
}

export function defineSearch(parts: Parts) {
  const { builder, ontology, enums, pageInfo, View } = parts;
  const Match = defineTextMatch(parts);
  const edge = reads<{ item: Hit }>();
  const connection = defineConnection<Hit>(
    builder,
    pageInfo,
    'Search',
    { type: 'Entity', of: ({ item }) => item },
    (t) => ({
      score: t.float({
        description: 'From 3 down to 0: above 2 for a whole name, above 1 for words of a name.',
        ...edge('item')(({ item }) => item.score),
      }),
      matches: t.field({
        type: [Match],
        description: 'Where the words were met.',
        ...atOnce(({ item }: { item: Hit }) => textMatches(item.item, item.query), {
          of: { entity: [...matchedColumns] },
        }),
      }),
    }),
  );
  builder.queryField('search', (t) =>
    t.field({
      type: connection,
      description: `Entities by words: German and English, any script of the aliases, beginnings of words and typos. Hits in names come before hits in texts. The first ${maximalRank} can be paged through; totalCount tells of all.`,
      complexity: pageCost,
      args: {
        query: t.arg.string({
          required: true,
          description: 'Words, all of which must be met.',
          validate: z
            .string()
            .trim()
            .min(1, 'is empty')
            .max(maximalText, `is longer than ${maximalText} characters`),
        }),
        types: t.arg({
          type: [enums.EntityType],
          description: 'Of these types only.',
          validate: namedSome('type'),
        }),
        view: viewArgument(t.arg, View),
        ...forwardArguments(t.arg, defaultPage),
      },
      resolve: (_root, { query, types, view, first, after }, context, info) =>
        searchPage(
          context,
          { ontology, query, types: types ?? undefined, view: viewOf(view, ontology) },
          { size: first ?? defaultPage, after, ceiling: maximalRank },
          askOfField(info, context),
        ),
    }),
  );
}

async function searchPage(
  context: Context,
  search: Parameters<typeof countSearch.ask>[0],
  asked: Parameters<typeof rankedRequest>[3],
  ask: Ask,
): Promise<Page<Hit>> {
  const { ontology: _ontology, ...question } = search;
  const { rank, limit, ...page } = await rankedRequest(context, ask, question, asked);
  const compiled = compileQuestion(searchEntities, {
    ...{ ...search, skip: rank, limit, shape: ask.shape('entity') },
  });
  const rows = await context.client.read(compiled);
  let counted: Promise<number> | undefined;
  const hits = rows.map((row) => ({ ...row, query: search.query }));
  return {
    ...rankedPage(hits, { rank, ...page }),
    totalCount: () => {
      counted ??= context.client
        .read(compileQuestion(countSearch, search))
        .then(([row]) => row?.count ?? 0);
      return counted;
    },
  };
}

const match = reads<TextMatch>();

function defineTextMatch({ builder }: Parts) {
  const meanings: Record<MatchKind, string> = {
    EXACT: 'The whole name.',
    ALIAS: 'The whole of another name.',
    PREFIX: 'Beginnings of words in a name.',
    STEM: 'Words of a text, their endings aside.',
    FUZZY: 'Words of a name, but for a typo.',
  };
  const Kind = builder.enumType('MatchKind', {
    description: 'How words were met.',
    values: described(meanings),
  });
  const range = reads<TextMatch['ranges'][number]>();
  const Range = builder.objectRef<TextMatch['ranges'][number]>('TextRange').implement({
    description: 'A part of a text, by code points counted from 0.',
    fields: (t) => ({
      start: t.int({ description: 'Its first code point.', ...range('start')((r) => r.start) }),
      end: t.int({ description: 'The one after its last.', ...range('end')((r) => r.end) }),
    }),
  });
  return builder.objectRef<TextMatch>('TextMatch').implement({
    description: 'Where a search was met.',
    fields: (t) => ({
      field: t.string({
        description: 'In which field of the entity.',
        ...match('field')(({ field }) => field),
      }),
      text: t.string({ description: 'The whole text.', ...match('text')(({ text }) => text) }),
      kind: t.field({ type: Kind, description: 'How.', ...match('kind')(({ kind }) => kind) }),
      ranges: t.field({
        type: [Range],
        description: 'Which words of it; empty where they only resemble.',
        ...match('ranges')(({ ranges }) => ranges),
      }),
    }),
  });
}
