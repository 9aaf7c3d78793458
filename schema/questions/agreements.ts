import { agreementsOf, type StatementAgreement } from '../../src/graph/comparable-statements.ts';
import { judgedColumns, type StatementRow } from '../../src/graph/rows/statement.ts';
import type { Agreement } from '../claims/agreement.ts';
import { forwardArguments, pageCost } from '../graphql/connections.ts';
import type { Context } from '../graphql/context.ts';
import { defaultPage } from '../graphql/limits.ts';
import type { Parts } from '../graphql/parts.ts';
import { follows, reads } from '../graphql/reads.ts';
import { type InView, viewArgument, viewOf } from '../graphql/view.ts';

interface AgreementArguments extends InView {
  readonly kinds?: readonly Agreement[] | null | undefined;
  readonly first?: number | null | undefined;
}

const stands = reads<StatementAgreement>();

/** How other statements stand to a statement; worked out when it is asked. */
export function defineAgreements({ builder, enums, ontology, View }: Parts) {
  const StatementAgreementType = builder
    .objectRef<StatementAgreement>('StatementAgreement')
    .implement({
      description: 'How another statement stands to one.',
      fields: (t) => ({
        agreement: t.field({
          type: enums.Agreement,
          description: 'How it stands.',
          ...stands('agreement')(({ agreement }) => agreement),
        }),
        statement: t.field({
          type: 'Statement',
          description: 'The other statement.',
          ...stands('statement')(({ statement }) => statement),
        }),
      }),
    });
  builder.objectField('Statement', 'agreements', (t) =>
    t.field({
      type: [StatementAgreementType],
      description:
        'Statements about the same thing at the same time, and how they stand to this one: those that confirm it first. One that revises it, or that it revises, is not among them.',
      complexity: pageCost,
      args: {
        kinds: t.arg({
          type: [enums.Agreement],
          description: 'Only those that stand to it in one of these ways.',
        }),
        view: viewArgument(t.arg, View),
        first: forwardArguments(t.arg, defaultPage).first,
      },
      ...follows<StatementRow>()(...judgedColumns)(
        async (row, { kinds, view, first }: AgreementArguments, context: Context) => {
          const found = await agreementsOf(context, row, viewOf(view, ontology));
          const asked = kinds ? found.filter(({ agreement }) => kinds.includes(agreement)) : found;
          return asked.slice(0, first ?? defaultPage);
        },
      ),
    }),
  );
}
