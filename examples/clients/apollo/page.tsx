import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { ApolloProvider, useQuery } from '@apollo/client/react';
import { relayStylePagination } from '@apollo/client/utilities';
import { createRoot } from 'react-dom/client';
import { graphql } from './gql/gql.ts';
import introspection from './gql/possible-types.ts';

const client = new ApolloClient({
  link: new HttpLink({ uri: '/graphql' }),
  cache: new InMemoryCache({
    // Which types are an Entity: fragments on the interface are read by it.
    possibleTypes: introspection.possibleTypes,
    // Pages are put together per set of all other arguments.
    typePolicies: {
      Query: { fields: { statements: relayStylePagination(['filter', 'orderBy', 'view']) } },
    },
  }),
});

const Denials = graphql(`
  query Denials($after: String) {
    statements(filter: { polarity: NEGATED }, first: 5, after: $after) {
      edges {
        node {
          id
          summary
          subject { ...named }
          document { id title }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }

  fragment named on Entity {
    id
    name
  }
`);

function Page() {
  const { data, error, fetchMore } = useQuery(Denials);
  if (error) return <p role="alert">{error.message}</p>;
  if (!data) return <p>Loading …</p>;
  const { edges, pageInfo } = data.statements;
  return (
    <>
      <h1>What is denied</h1>
      <ul>
        {edges.map(({ node }) => (
          <li key={node.id}>
            {node.subject.name}: {node.summary} ({node.document.title})
          </li>
        ))}
      </ul>
      {pageInfo.hasNextPage && (
        <button
          type="button"
          onClick={() => fetchMore({ variables: { after: pageInfo.endCursor } })}
        >
          More
        </button>
      )}
    </>
  );
}

createRoot(document.getElementById('app') as HTMLElement).render(
  <ApolloProvider client={client}>
    <Page />
  </ApolloProvider>,
);
