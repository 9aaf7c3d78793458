import { bestStatement, loadAttributeClaims } from '../../src/graph/attribute-claims.ts';
import type { EntityRow } from '../../src/graph/rows/entity.ts';
import { planStatus } from '../claims/plan-status.ts';
import type { PlanStatus } from '../ontology/statements.ts';
import type { Context } from './context.ts';
import type { Parts } from './parts.ts';
import { follows } from './reads.ts';

/** What is computed of a plan beyond its attributes. */
export function definePlanFields({ builder, enums }: Parts) {
  builder.objectField('Plan', 'status', (t) =>
    t.field({
      type: enums.PlanStatus,
      description:
        'The best supported status, else ANNOUNCED or RUMORED by who made it public; OVERDUE once its last due day has passed.',
      ...follows<EntityRow>()('key')(async ({ key }, _args, context: Context) => {
        const [statuses, dates] = await Promise.all([
          loadAttributeClaims(context, key, 'STATUS'),
          loadAttributeClaims(context, key, 'DUE'),
        ]);
        const stated = (bestStatement(statuses)?.value?.text ?? null) as PlanStatus | null;
        const due = bestStatement(dates)?.value?.time ?? null;
        return planStatus({ stated, due, announced: statuses.announced }, context.today);
      }),
    }),
  );
}
