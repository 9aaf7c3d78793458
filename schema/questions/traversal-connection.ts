import type { Completeness } from '../../src/graph/completeness.ts';
import type { CompiledCypher } from '../../src/graph/cypher.ts';
import type { UncountedPage } from '../../src/graph/lists.ts';
import {
  definePagedConnection,
  type Edge,
  type Fields,
  type NodeOf,
} from '../graphql/connections.ts';
import type { Parts } from '../graphql/parts.ts';
import { atOnce } from '../graphql/selection/needs.ts';
import type { CompiledQueryRef } from './compiled-query.ts';
import type { CompletenessRef } from './completeness.ts';

/** How complete an answer is, and what was asked of Neo4j for it. */
export interface Traversed {
  readonly completeness: Completeness;
  /** Made when it is asked for. */
  readonly query: () => CompiledCypher;
}

/** A page of what a traversal has found. */
export type TraversalPage<Item> = UncountedPage<Item> & Traversed;

/** The types that every traversal answers with beside its own. */
export interface TraversalRefs {
  readonly completeness: CompletenessRef;
  readonly query: CompiledQueryRef;
}

/** `completeness` and `query`. */
export function traversedFields(t: Fields<Traversed>, { completeness, query }: TraversalRefs) {
  return {
    completeness: t.field({
      type: completeness,
      description: 'Whether everything within the hops asked for is there, and if not, why.',
      ...atOnce((row: Traversed) => row.completeness, { also: 'completeness' }),
    }),
    query: t.field({
      type: query,
      nullable: true,
      authScopes: { cypher: true },
      description: 'What Neo4j was asked for this answer; for callers with the scope `cypher`.',
      resolve: (row) => row.query(),
    }),
  };
}

/** `<name>Connection` and `<name>Edge` of a traversal: ranked, forward only, not counted. */
export function defineTraversalConnection<Item>(
  { builder, pageInfo }: Parts,
  refs: TraversalRefs,
  name: string,
  node: NodeOf<Item>,
  edge?: (t: Fields<Edge<Item>>) => object,
) {
  return definePagedConnection<Item, TraversalPage<Item>>(builder, pageInfo, name, node, {
    ...{ edge, page: (t) => traversedFields(t, refs) },
  });
}
