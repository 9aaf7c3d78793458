import type { ObjectRef } from '@pothos/core';
import type { Completeness } from '../../src/graph/completeness.ts';
import type { CompiledCypher } from '../../src/graph/cypher.ts';
import type { RowOfPage, UncountedPage } from '../../src/graph/lists.ts';
import type { Fields } from '../graphql/connections.ts';
import type { Parts } from '../graphql/parts.ts';
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
      resolve: (row) => row.completeness,
    }),
    query: t.field({
      type: query,
      nullable: true,
      description: 'What Neo4j was asked for this answer.',
      resolve: (row) => row.query(),
    }),
  };
}

interface TraversalNode<Item> {
  // biome-ignore lint/suspicious/noExplicitAny: rows of any type that is written by hand.
  readonly type: 'Entity' | ObjectRef<any, any, any>;
  readonly description: string;
  readonly of: (item: Item) => unknown;
}

/** `<name>Connection` and `<name>Edge` of a traversal: ranked, forward only, not counted. */
export function defineTraversalConnection<Item>(
  { builder, pageInfo }: Parts,
  refs: TraversalRefs,
  name: string,
  node: TraversalNode<Item>,
  edgeFields: (t: Fields<RowOfPage<Item>>) => object = () => ({}),
) {
  const edge = builder.objectRef<RowOfPage<Item>>(`${name}Edge`).implement({
    description: `A row of ${name}Connection.`,
    fields: (t) => ({
      cursor: t.string({ description: 'Its rank.', resolve: ({ cursor }) => cursor() }),
      node: t.field({
        type: node.type as 'Entity',
        description: node.description,
        resolve: ({ item }) => node.of(item) as never,
      }),
      ...edgeFields(t),
    }),
  });
  return builder.objectRef<TraversalPage<Item>>(`${name}Connection`).implement({
    description: 'A page of what was found, nearest first.',
    fields: (t) => ({
      edges: t.field({
        type: [edge],
        description: 'The rows, with cursors.',
        complexity: { field: 1, multiplier: 1 },
        resolve: ({ edges }) => edges,
      }),
      nodes: t.field({
        type: [node.type as 'Entity'],
        description: 'What stands in the rows.',
        complexity: { field: 1, multiplier: 1 },
        resolve: ({ edges }) => edges.map(({ item }) => node.of(item)) as never,
      }),
      pageInfo: t.field({
        type: pageInfo,
        description: 'Where the page lies in the list.',
        resolve: (page) => page,
      }),
      ...traversedFields(t, refs),
    }),
  });
}
