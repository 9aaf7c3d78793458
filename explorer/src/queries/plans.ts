import { graphql } from '../graphql/graphql.ts';
import type { ResultOf } from '../graphql/types.ts';

export const plansQuery = graphql(`
  query Plans($view: View, $language: Language!, $after: String) {
    plans(view: $view, first: 25, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        key
        name(language: $language)
        status(view: $view)
        due(view: $view) { edtf earliest latest label(language: $language) }
        announcedBy(view: $view, first: 10) {
          pageInfo { hasNextPage }
          edges { evidence { firstReported } node { key name(language: $language) } }
        }
        pursuedBy(view: $view, first: 10) {
          pageInfo { hasNextPage }
          edges { evidence { firstReported } node { key name(language: $language) } }
        }
        targets(view: $view, first: 10) {
          pageInfo { hasNextPage }
          edges {
            evidence { firstReported }
            node {
              key
              name(language: $language)
              partOf(first: 3) { nodes { key name(language: $language) } }
            }
          }
        }
        revisions(view: $view) {
          slipDays
          status
          due { earliest latest label(language: $language) }
          statement {
            id
            summary(language: $language)
            origin { id ... on Entity { name(language: $language) } ... on Document { title } }
            document { key title publishedAt { latest label(language: $language) } }
          }
        }
        statements(view: $view, first: 20) {
          pageInfo { hasNextPage }
          nodes {
            id
            origin { id ... on Entity { name(language: $language) } ... on Document { title } }
          }
        }
      }
    }
  }
`);

export type ShownPlan = ResultOf<typeof plansQuery>['plans']['nodes'][number];
