import { Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { graphql, RelayEnvironmentProvider, useLazyLoadQuery } from 'react-relay';
import { Environment, type FetchFunction, Network, RecordSource, Store } from 'relay-runtime';
import type { pageQuery } from './__generated__/pageQuery.graphql';
import { PlanList } from './plan-list.tsx';

const ask: FetchFunction = async ({ text }, variables) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: text, variables }),
  });
  return response.json();
};

const environment = new Environment({
  network: Network.create(ask),
  store: new Store(new RecordSource()),
});

function Page() {
  const { entity } = useLazyLoadQuery<pageQuery>(
    graphql`
      query pageQuery($key: String!) {
        entity(ref: { key: $key }) {
          ...planList_company @alias(as: "company")
        }
      }
    `,
    { key: 'xiaomi' },
  );
  if (!entity?.company) return <p>There is no such company.</p>;
  return <PlanList company={entity.company} />;
}

createRoot(document.getElementById('app') as HTMLElement).render(
  <RelayEnvironmentProvider environment={environment}>
    <Suspense fallback={<p>Loading …</p>}>
      <Page />
    </Suspense>
  </RelayEnvironmentProvider>,
);
