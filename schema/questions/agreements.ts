import type { GraphQLResolveInfo } from 'graphql';
import { agreementsOf, type StatementAgreement } from '../../src/graph/comparable-statements.ts';
import type { Page } from '../../src/graph/lists.ts';
import { rankedPage } from '../../src/graph/ranking.ts';
import { judgedColumns, type StatementRow } from '../../src/graph/rows/statement.ts';
import type { Agreement } from '../claims/agreement.ts';
import { defineConnection, forwardArguments, pageCost } from '../graphql/connections.ts';
import type { Context } from '../graphql/context.ts';
import { defaultPage, maximalRank, namedSome } from '../graphql/limits.ts';
import type { Parts } from '../graphql/parts.ts';
import { follows, reads } from '../graphql/reads.ts';
import { askOfField } from '../graphql/selection/asking-field.ts';
import { type InView, viewArgument, viewOf } from '../graphql/view.ts';
import { rankedRequest } from './ranked-request.ts';

interface AgreementArguments extends InView {
  readonly kinds?: readonly Agreement[] | null | undefined;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

const edge = reads<{ item: StatementAgreement }>();

/** How other statements stand to a statement; worked out when it is asked. */
export function defineAgreements({ builder, enums, ontology, pageInfo, View }: Parts) {
  const connection = defineConnection<StatementAgreement>(
    builder,
    pageInfo,
    'StatementAgreement',
    { type: 'Statement', of: ({ statement }) => statement },
    (t) => ({
      agreement: t.field({
        type: enums.Agreement,
        description: 'How it stands.',
        ...edge('item')(({ item }) => item.agreement),
      }),
    }),
  );
  builder.objectField('Statement', 'agreements', (t) =>
    t.field({
      type: connection,
      description:
        'Other statements about the same thing at the same time, and how they stand to this one: those that confirm it first, those that contradict it last. One that revises it, or that it revises, is not among them.',
      complexity: pageCost,
      args: {
        kinds: t.arg({
          type: [enums.Agreement],
          description: 'Only those that stand to it in one of these ways.',
          validate: namedSome('way'),
        }),
        view: viewArgument(t.arg, View),
        ...forwardArguments(t.arg, defaultPage),
      },
      ...follows<StatementRow>()(...judgedColumns)(
        async (
          row,
          { kinds, view: asked, first, after }: AgreementArguments,
          context: Context,
          info: GraphQLResolveInfo,
        ): Promise<Page<StatementAgreement>> => {
          const view = viewOf(asked, ontology);
          const { rank, ...page } = await rankedRequest(
            context,
            askOfField(info, context),
            [row.id, kinds, view],
            { size: first ?? defaultPage, after, ceiling: maximalRank },
          );
          const all = await agreementsOf(context, row, view);
          const found = kinds ? all.filter(({ agreement }) => kinds.includes(agreement)) : all;
          return {
            ...rankedPage(found.slice(rank), { rank, ...page }),
            totalCount: () => found.length,
          };
        },
      ),
    }),
  );
}
