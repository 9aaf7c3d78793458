import { graphql } from '../graphql/graphql.ts';

/** The days on which something was published, and who reports. */
export const scaleQuery = graphql(`
  query Scale($language: Language!) {
    documents(first: 100, orderBy: [{ field: PUBLISHED, direction: DESC }]) {
      pageInfo { hasNextPage }
      nodes { key title publishedAt { latest } }
    }
    companies(filter: { kind: [OUTLET] }, first: 100, orderBy: [{ field: NAME }]) {
      pageInfo { hasNextPage }
      nodes { key name(language: $language) }
    }
    stats { statements documents entities { type count } }
  }
`);
