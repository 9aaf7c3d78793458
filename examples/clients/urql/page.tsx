import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Client, cacheExchange, fetchExchange, Provider, useQuery } from 'urql';
import { graphql } from './graphql.ts';

const client = new Client({
  url: '/graphql',
  exchanges: [cacheExchange, fetchExchange],
  preferGetMethod: false,
});

const Search = graphql(`
  query Search($words: String!) {
    search(query: $words, first: 5) {
      edges {
        node {
          id
          name
          type
          relations(first: 3, orderBy: [{ field: STATEMENT_COUNT, direction: DESC }]) {
            edges { relation { id type } node { id name } evidence { independentSourceCount } }
          }
        }
      }
    }
  }
`);

function Hits({ words }: { words: string }) {
  const [{ data, error }] = useQuery({ query: Search, variables: { words } });
  if (error) return <p role="alert">{error.message}</p>;
  if (!data) return <p>Loading …</p>;
  return data.search.edges.map(({ node }) => (
    <section key={node.id}>
      <h2>
        {node.name} ({node.type})
      </h2>
      <ul>
        {node.relations.edges.map(({ relation, node: other, evidence }) => (
          <li key={relation.id}>
            {relation.type} {other.name}, independent sources: {evidence.independentSourceCount}
          </li>
        ))}
      </ul>
    </section>
  ));
}

function Page() {
  const [words, setWords] = useState('雷军');
  return (
    <>
      <h1>Search in any script</h1>
      <input
        type="search"
        aria-label="Words"
        value={words}
        onChange={(e) => setWords(e.target.value)}
      />
      {words && <Hits words={words} />}
    </>
  );
}

createRoot(document.getElementById('app') as HTMLElement).render(
  <Provider value={client}>
    <Page />
  </Provider>,
);
