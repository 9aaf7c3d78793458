import { graphql } from '../graphql/graphql.ts';
import type { ResultOf } from '../graphql/types.ts';
import { shownStatement } from './statement.ts';

export const entityQuery = graphql(`
  query Entity($key: String!, $view: View, $language: Language!, $other: Language!) {
    entity(ref: { key: $key }) {
      id
      key
      type
      name(language: $language)
      otherName: name(language: $other)
      aliases
      description(language: $language)
      sameAs
      ... on Plan {
        status(view: $view)
        due(view: $view) { label(language: $language) }
      }
    }
  }
`);

export const factsQuery = graphql(
  `
  query Facts($key: String!, $view: View, $language: Language!) {
    entity(ref: { key: $key }) {
      id
      facts(view: $view) {
        attribute
        evidence { independentSourceCount disputed firstReported }
        statement { ...ShownStatement }
        alternatives { ...ShownStatement }
      }
    }
  }
`,
  [shownStatement],
);

export const relatedQuery = graphql(`
  query Related($key: String!, $view: View, $language: Language!, $after: String) {
    entity(ref: { key: $key }) {
      id
      relations(view: $view, first: 100, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        edges {
          forward
          modality
          evidence { statementCount independentSourceCount disputed firstReported }
          relation { id type role }
          node {
            key type name(language: $language)
            ... on Plan { status(view: $view) due(view: $view) { label(language: $language) } }
          }
        }
      }
    }
  }
`);

export const relationQuery = graphql(
  `
  query Relation($id: ID!, $view: View, $language: Language!, $after: String) {
    node(id: $id) {
      id
      ... on Relation {
        type
        role
        from { key type name(language: $language) }
        to { key type name(language: $language) }
        modality(view: $view)
        period(view: $view) { label(language: $language) }
        evidence(view: $view) {
          statementCount documentCount independentSourceCount firstReported lastReported disputed
        }
        statements(view: $view, first: 20, after: $after) {
          totalCount
          pageInfo { hasNextPage endCursor }
          nodes { ...ShownStatement }
        }
      }
    }
  }
`,
  [shownStatement],
);

export type RelatedEdge = NonNullable<
  ResultOf<typeof relatedQuery>['entity']
>['relations']['edges'][number];
