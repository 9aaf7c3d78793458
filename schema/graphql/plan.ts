import { bestStatement } from '../../src/graph/attribute-claims.ts';
import { planStatus } from '../claims/plan-status.ts';
import type { PlanStatus } from '../ontology/statements.ts';
import { claimsField } from './claims-field.ts';
import type { Parts } from './parts.ts';
import { type InView, viewArgument } from './view.ts';

/** What is computed of a plan beyond its attributes. */
export function definePlanFields({ builder, enums, View }: Parts) {
  builder.objectField('Plan', 'status', (t) =>
    t.field({
      type: enums.PlanStatus,
      description:
        'The best supported status, else ANNOUNCED or RUMORED by who made it public; OVERDUE once its last due day has passed on the day of the view: knownAt, else validAt, else today.',
      args: { view: viewArgument(t.arg, View) },
      ...claimsField<PlanStatus, InView>(
        () => ['STATUS', 'DUE'],
        (claims, { view, today }) => {
          const stated = bestStatement(claims, 'STATUS')?.value?.text ?? null;
          const due = bestStatement(claims, 'DUE')?.value?.time ?? null;
          return planStatus(
            { stated: stated as PlanStatus | null, due, announced: claims.entitled.length > 0 },
            view.knownAt ?? view.validAt ?? today,
          );
        },
      ),
    }),
  );
}
