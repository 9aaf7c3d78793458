import { graphql, usePaginationFragment } from 'react-relay';
import type { planList_company$key } from './__generated__/planList_company.graphql';
import { PlanRow } from './plan-row.tsx';

/** The plans of a company, page by page. */
export function PlanList({ company }: { company: planList_company$key }) {
  const { data, hasNext, loadNext, isLoadingNext } = usePaginationFragment(
    graphql`
      fragment planList_company on Company
      @argumentDefinitions(first: { type: "Int", defaultValue: 5 }, after: { type: "String" })
      @refetchable(queryName: "planListNextPageQuery") {
        name
        plans(first: $first, after: $after) @connection(key: "planList_plans") {
          edges {
            node {
              id
              ...planRow_plan
            }
          }
        }
      }
    `,
    company,
  );
  return (
    <>
      <h1>What {data.name} pursues</h1>
      <ul>
        {data.plans.edges.map(({ node }) => (
          <PlanRow key={node.id} plan={node} />
        ))}
      </ul>
      {hasNext && (
        <button type="button" disabled={isLoadingNext} onClick={() => loadNext(5)}>
          More
        </button>
      )}
    </>
  );
}
