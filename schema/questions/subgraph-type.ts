import type { EntityRow } from '../../src/graph/rows/entity.ts';
import type { Link } from '../../src/graph/rows/link.ts';
import type { Parts } from '../graphql/parts.ts';
import { reads } from '../graphql/reads.ts';
import { atOnce } from '../graphql/selection/needs.ts';
import { type TraversalRefs, type Traversed, traversedFields } from './traversal-connection.ts';

interface SubgraphNode {
  readonly node: EntityRow;
  /** From the nearest seed. */
  readonly hops: number;
  /** Relations in the whole graph. */
  readonly degree: number;
}

/** Nearest first, cut off where a limit was met. */
export interface Subgraph extends Traversed {
  readonly nodes: readonly SubgraphNode[];
  readonly relations: readonly Link[];
}

const subgraph = reads<Subgraph>();
const member = reads<SubgraphNode>();
const link = reads<Link>();

/** `Subgraph`, `SubgraphNode` and `SubgraphRelation`. */
export function defineSubgraphType({ builder, enums }: Parts, refs: TraversalRefs) {
  const Node = builder.objectRef<SubgraphNode>('SubgraphNode').implement({
    description: 'An entity of a subgraph.',
    fields: (t) => ({
      node: t.field({
        type: 'Entity',
        description: 'The entity.',
        ...member('node')(({ node }) => node),
      }),
      hops: t.int({
        description: 'How far from the nearest seed.',
        ...member('hops')(({ hops }) => hops),
      }),
      degree: t.int({
        description: 'How many relations it has in the whole graph.',
        ...member('degree')(({ degree }) => degree),
      }),
    }),
  });
  const Link = builder.objectRef<Link>('SubgraphRelation').implement({
    description: 'A relation between two entities of a subgraph.',
    fields: (t) => ({
      relation: t.field({
        type: 'Relation',
        description: 'The relation.',
        ...link('relation')(({ relation }) => relation),
      }),
      modality: t.field({
        type: enums.Modality,
        nullable: true,
        description: 'The strongest modality behind it, under the view.',
        ...atOnce(({ summary }: Link) => summary.modality, { of: { summary: ['modality'] } }),
      }),
      evidence: t.field({
        type: 'Evidence',
        description: 'What stands behind it, under the view.',
        ...link('summary')(({ summary }) => summary),
      }),
    }),
  });
  return builder.objectRef<Subgraph>('Subgraph').implement({
    description: 'Entities, and every relation among them that was asked for.',
    fields: (t) => ({
      nodes: t.field({
        type: [Node],
        description: 'The entities, nearest first.',
        complexity: { field: 1, multiplier: 1 },
        ...subgraph('nodes')(({ nodes }) => nodes),
      }),
      relations: t.field({
        type: [Link],
        description: 'The relations.',
        complexity: { field: 1, multiplier: 1 },
        ...subgraph('relations')(({ relations }) => relations),
      }),
      ...traversedFields(t, refs),
    }),
  });
}
