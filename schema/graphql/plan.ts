import { bestStatement, loadAttributeClaims } from '../../src/graph/attribute-claims.ts';
import type { EntityRow } from '../../src/graph/rows/entity.ts';
import { planStatus } from '../claims/plan-status.ts';
import { revisableAttributes } from '../claims/revision.ts';
import type { PlanStatus } from '../ontology/statements.ts';
import type { Context } from './context.ts';
import type { Parts } from './parts.ts';
import { follows } from './reads.ts';
import { type InView, viewArgument, viewOf } from './view.ts';

/** What is computed of a plan beyond its attributes. */
export function definePlanFields({ builder, enums, View }: Parts) {
  builder.objectField('Plan', 'status', (t) =>
    t.field({
      type: enums.PlanStatus,
      description:
        'The best supported status, else ANNOUNCED or RUMORED by who made it public; OVERDUE once its last due day has passed on the day of the view: knownAt, else validAt, else today.',
      args: { view: viewArgument(t.arg, View) },
      ...follows<EntityRow>()('key')(async ({ key }, args: InView, context: Context) => {
        const view = viewOf(args.view, context.ontology);
        const predicates = [...revisableAttributes];
        const claims = await loadAttributeClaims(context, key, { predicates, view });
        const stated = (bestStatement(claims, 'STATUS')?.value?.text ?? null) as PlanStatus | null;
        const due = bestStatement(claims, 'DUE')?.value?.time ?? null;
        const announced = claims.entitled.length > 0;
        return planStatus(
          { stated, due, announced },
          view.knownAt ?? view.validAt ?? context.today,
        );
      }),
    }),
  );
}
