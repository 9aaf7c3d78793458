import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { ask } from './ask.ts';
import { graphql } from './gql/gql.ts';

const PlansKnownOn = graphql(`
  query PlansKnownOn($day: Date!) {
    plans(view: { knownAt: $day }, orderBy: [{ field: DUE, direction: ASC }], first: 100) {
      totalCount
      nodes {
        key
        name
        status(view: { knownAt: $day })
        due(view: { knownAt: $day }) { label }
      }
    }
  }
`);

function Plans({ day }: { day: string }) {
  const { data, error } = useQuery({
    queryKey: ['plans', day],
    queryFn: () => ask(PlansKnownOn, { day }),
  });
  if (error) return <p role="alert">{error.message}</p>;
  if (!data) return <p>Loading …</p>;
  return (
    <>
      <p>{data.plans.totalCount} plans were known.</p>
      <ul>
        {data.plans.nodes.map(({ key, name, status, due }) => (
          <li key={key}>
            {name}: {due?.label ?? 'no date'}, {status}
          </li>
        ))}
      </ul>
    </>
  );
}

function Page() {
  const [day, setDay] = useState('2021-12-31');
  return (
    <>
      <h1>What was planned, as it was known on a day</h1>
      <label>
        Day <input type="date" value={day} onChange={(event) => setDay(event.target.value)} />
      </label>
      {day && <Plans day={day} />}
    </>
  );
}

createRoot(document.getElementById('app') as HTMLElement).render(
  <QueryClientProvider client={new QueryClient()}>
    <Page />
  </QueryClientProvider>,
);
