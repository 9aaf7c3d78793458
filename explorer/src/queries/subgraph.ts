import { graphql } from '../graphql/graphql.ts';
import type { ResultOf } from '../graphql/types.ts';

const drawnEntity = graphql(`
  fragment DrawnEntity on Entity { id key type name(language: $language) }
`);

const drawnRelation = graphql(`
  fragment DrawnRelation on Relation { id type role from { key } to { key } }
`);

/** What is drawn: all that surrounds the seeds, and how much of it there is. */
export const subgraphQuery = graphql(
  `
  query Neighbourhood(
    $seeds: [EntityRef!]!, $view: View, $language: Language!, $maxNodes: Int!, $maxRelations: Int!
  ) {
    subgraph(
      seeds: $seeds, view: $view, via: { maxHops: 1 }
      maxNodes: $maxNodes, maxRelations: $maxRelations
    ) {
      nodes { hops degree node { ...DrawnEntity } }
      relations {
        modality
        evidence { independentSourceCount disputed firstReported }
        relation { ...DrawnRelation }
      }
      completeness { complete reason completeToHops }
      query { browserUrl }
    }
  }
`,
  [drawnEntity, drawnRelation],
);

export const pathsQuery = graphql(
  `
  query Paths($from: String!, $to: String!, $view: View, $language: Language!) {
    paths(
      from: [{ key: $from }], to: [{ key: $to }], mode: ALL_SHORTEST
      via: { maxHops: 6 }, view: $view, first: 5
    ) {
      nodes {
        length
        independentSourceCount
        start { ...DrawnEntity }
        hops {
          forward
          modality
          evidence { independentSourceCount disputed firstReported }
          node { ...DrawnEntity }
          relation { ...DrawnRelation }
        }
      }
      completeness { complete reason completeToHops }
      query { browserUrl }
    }
  }
`,
  [drawnEntity, drawnRelation],
);

export type Subgraph = ResultOf<typeof subgraphQuery>['subgraph'];
export type Paths = ResultOf<typeof pathsQuery>['paths'];
export type Completeness = Subgraph['completeness'];
