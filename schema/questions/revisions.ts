import type { WindowRow } from '../../src/graph/rows/relation.ts';
import { claimOf, type StatementRow } from '../../src/graph/rows/statement.ts';
import { revisionsOf } from '../claims/revisions.ts';
import { revisableAttributes } from '../claims/supersession.ts';
import { claimsField } from '../graphql/claims-field.ts';
import type { Parts } from '../graphql/parts.ts';
import { reads } from '../graphql/reads.ts';
import { type InView, viewArgument } from '../graphql/view.ts';
import type { PlanStatus } from '../ontology/statements.ts';

interface PlanRevision {
  readonly due: WindowRow | null;
  readonly status: PlanStatus | null;
  readonly slipDays: number | null;
  readonly statement: StatementRow;
}

const revision = reads<PlanRevision>();

/** `revisions` of a plan: every date and status that was ever stated. */
export function defineRevisions({ builder, enums, View }: Parts) {
  const Revision = builder.objectRef<PlanRevision>('PlanRevision').implement({
    description: 'A date or a status that was stated of a plan.',
    fields: (t) => ({
      due: t.field({
        type: 'TimeWindow',
        nullable: true,
        description: 'When the plan was to be done; null for a status, and for a date in words.',
        ...revision('due')(({ due }) => due),
      }),
      status: t.field({
        type: enums.PlanStatus,
        nullable: true,
        description: 'How far the plan had come; null for a date.',
        ...revision('status')(({ status }) => status),
      }),
      slipDays: t.int({
        nullable: true,
        description:
          'By how many days it is later than was said last before, by last days, else by first days; negative for earlier. Only for the word of who announced or pursues the plan.',
        ...revision('slipDays')(({ slipDays }) => slipDays),
      }),
      statement: t.field({
        type: 'Statement',
        description: 'Who says so, and where.',
        ...revision('statement')(({ statement }) => statement),
      }),
    }),
  });
  builder.objectField('Plan', 'revisions', (t) =>
    t.field({
      type: [Revision],
      description:
        'Every date and status that was ever stated of it, in order of publication. Denials are none.',
      args: { view: viewArgument(t.arg, View) },
      ...claimsField<PlanRevision[], InView>(
        () => [...revisableAttributes],
        ({ statements, entitled }) => {
          const claims = statements.map((each) => ({ ...claimOf(each), statement: each }));
          return revisionsOf(claims, new Set(entitled)).map(
            ({ claim: { statement }, due, status, slipDays }): PlanRevision => ({
              ...{ due, status, slipDays, statement },
            }),
          );
        },
      ),
    }),
  );
}
