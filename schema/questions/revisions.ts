import { loadAttributeClaims } from '../../src/graph/attribute-claims.ts';
import type { EntityRow } from '../../src/graph/rows/entity.ts';
import type { WindowRow } from '../../src/graph/rows/relation.ts';
import { claimOf, type StatementRow } from '../../src/graph/rows/statement.ts';
import { revisableAttributes } from '../claims/revision.ts';
import { revisionsOf } from '../claims/revisions.ts';
import type { Context } from '../graphql/context.ts';
import type { Parts } from '../graphql/parts.ts';
import { follows, reads } from '../graphql/reads.ts';
import { type InView, viewArgument, viewOf } from '../graphql/view.ts';
import type { PlanStatus } from '../ontology/statements.ts';

interface PlanRevision {
  readonly due: WindowRow | null;
  readonly status: PlanStatus | null;
  readonly slipDays: number | null;
  readonly statement: StatementRow;
}

const revision = reads<PlanRevision>();

/** `revisions` of a plan: every date and status that was ever stated. */
export function defineRevisions({ builder, enums, ontology, View }: Parts) {
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
      ...follows<EntityRow>()('key')(async ({ key }, args: InView, context: Context) => {
        const view = viewOf(args.view, ontology);
        const predicates = [...revisableAttributes];
        const said = await loadAttributeClaims(context, key, { predicates, view });
        const claims = said.statements.map((each) => ({ ...claimOf(each), statement: each }));
        return revisionsOf(claims, new Set(said.entitled)).map(
          ({ claim: { statement }, due, status, slipDays }): PlanRevision => ({
            ...{ due, status, slipDays, statement },
          }),
        );
      }),
    }),
  );
}
