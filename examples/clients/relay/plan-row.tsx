import { graphql, useFragment } from 'react-relay';
import type { planRow_plan$key } from './__generated__/planRow_plan.graphql';

export function PlanRow({ plan }: { plan: planRow_plan$key }) {
  const { name, status, due } = useFragment(
    graphql`
      fragment planRow_plan on Plan {
        name
        status
        due {
          label
        }
      }
    `,
    plan,
  );
  return (
    <li>
      {name}: {due?.label ?? 'no date'}, {status}
    </li>
  );
}
