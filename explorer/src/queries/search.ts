import { graphql } from '../graphql/graphql.ts';

export const searchQuery = graphql(`
  query Suggestions($text: String!, $view: View, $language: Language!) {
    search(query: $text, view: $view, first: 8) {
      edges {
        matches { field text }
        node { id key type name(language: $language) description(language: $language) }
      }
    }
  }
`);
