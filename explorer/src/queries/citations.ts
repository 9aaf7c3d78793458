import { graphql } from '../graphql/graphql.ts';
import type { ResultOf } from '../graphql/types.ts';

/** Statements that are asked for behind each relation. */
export const citationsOfRelation = 20;

/** What stands behind relations, as it is cited. */
export const citationsQuery = graphql(`
  query Citations($ids: [ID!]!, $view: View, $language: Language!, $first: Int!) {
    nodes(ids: $ids) {
      __typename
      ... on Relation {
        id
        statements(view: $view, first: $first) {
          totalCount
          nodes {
            modality
            summary(language: $language)
            attribution(language: $language)
            attributedTo { key name(language: $language) }
            document {
              key title url
              publishedAt { edtf }
              publisher { key name(language: $language) }
            }
            passage { start end }
          }
        }
      }
    }
  }
`);

type CitedNode = NonNullable<ResultOf<typeof citationsQuery>['nodes'][number]>;
export type Citations = Extract<CitedNode, { __typename: 'Relation' }>;
export type Citation = Citations['statements']['nodes'][number];
