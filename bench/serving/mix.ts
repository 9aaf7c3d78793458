import { q1 } from '../queries/q1-entity.ts';
import { q2 } from '../queries/q2-relations.ts';
import { q6 } from '../queries/q6-paths.ts';
import { q7 } from '../queries/q7-search.ts';

/** A kind of question, and how many of the connections ask it. */
export interface Share {
  readonly name: string;
  readonly title: string;
  readonly pick: string;
  readonly document: string;
  readonly connections: number;
}

const twoHops = {
  name: 'two hops',
  title: 'a page of 20 relations, each with three of its own',
  pick: q2.pick,
  document: `query ($key: String!) {
  entity(ref: { key: $key }) {
    ... on Company {
      products(first: 20) {
        edges { modality node { key name soldIn(first: 3) { nodes { key name } } } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`,
} as const;

/** Which share the times of a page are promised for. */
export const promised = twoHops.name;

/** What sixteen clients read at once. */
export const mix: readonly Share[] = [
  { ...twoHops, connections: 6 },
  { ...q1, connections: 4 },
  { ...q2, connections: 3 },
  { ...q7, connections: 2 },
  { ...q6, connections: 1 },
];
