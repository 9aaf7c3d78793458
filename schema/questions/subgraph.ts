import { z } from 'zod';
import { cypher, parameter } from '../../src/graph/cypher.ts';
import { compileQuestion, question } from '../../src/graph/question.ts';
import type { EntityRow } from '../../src/graph/rows/entity.ts';
import type { RelationRow } from '../../src/graph/rows/relation.ts';
import {
  type Subgraph,
  type SubgraphLimits,
  type SubgraphNode,
  subgraphs,
} from '../../src/graph/subgraphs.ts';
import type { Arguments } from '../graphql/connections.ts';
import type { Context } from '../graphql/context.ts';
import type { Parts } from '../graphql/parts.ts';
import { follows, reads } from '../graphql/reads.ts';
import type { CompletenessRef } from './completeness.ts';
import {
  entitiesNamed,
  type TraversalInput,
  type TraversalInputRef,
  traversalOf,
} from './traversal-input.ts';

const maximalNodes = 2_000;
const maximalRelations = 10_000;

/** How much is drawn where nothing is said. */
const neighborhoodSize: SubgraphLimits = { maxNodes: 100, maxRelations: 500 };
const subgraphSize: SubgraphLimits = { maxNodes: 200, maxRelations: 1_000 };

interface SubgraphArguments {
  readonly via?: TraversalInput | null | undefined;
  readonly maxNodes?: number | null | undefined;
  readonly maxRelations?: number | null | undefined;
}

export function defineSubgraph(
  parts: Parts,
  Via: TraversalInputRef,
  completeness: CompletenessRef,
) {
  const { builder, inputs } = parts;
  const SubgraphType = defineSubgraphType(parts, completeness);
  const limits = (arg: Arguments, size: SubgraphLimits) => ({
    via: arg({ type: Via, description: 'Which way it may grow.' }),
    maxNodes: arg.int({
      defaultValue: size.maxNodes,
      description: `How many entities, ${maximalNodes} at most.`,
      validate: z.number().min(1).max(maximalNodes, `at most ${maximalNodes} entities`).nullish(),
    }),
    maxRelations: arg.int({
      defaultValue: size.maxRelations,
      description: `How many relations, ${maximalRelations} at most.`,
      validate: z
        .number()
        .min(0)
        .max(maximalRelations, `at most ${maximalRelations} relations`)
        .nullish(),
    }),
  });
  builder.interfaceField('Entity', 'neighborhood', (t) =>
    t.field({
      type: SubgraphType,
      description: 'What lies around it, nearest first, for drawing.',
      complexity: subgraphCost(neighborhoodSize),
      args: limits(t.arg, neighborhoodSize),
      ...follows<EntityRow>()('key')(({ key }, args: SubgraphArguments, context: Context) =>
        subgraphAround(context, [key], args, neighborhoodSize),
      ),
    }),
  );
  builder.queryField('subgraph', (t) =>
    t.field({
      type: SubgraphType,
      description: 'What lies around some entities, nearest first, for drawing.',
      complexity: subgraphCost(subgraphSize),
      args: {
        seeds: t.arg({
          type: [inputs.EntityRef],
          required: true,
          description: 'The entities in the middle.',
        }),
        ...limits(t.arg, subgraphSize),
      },
      resolve: async (_root, args, context) => {
        const seeds = await entitiesNamed(args.seeds, 'seeds', context);
        return subgraphAround(
          context,
          seeds.map(({ key }) => key),
          args,
          subgraphSize,
        );
      },
    }),
  );
}

/** Most answers stay below their limits, and hold entities or relations rather than both. */
function subgraphCost(size: SubgraphLimits) {
  return (args: object) => {
    const { maxNodes, maxRelations } = sized(args, size);
    return { field: 10, multiplier: Math.max(maxNodes, maxRelations) / 2 };
  };
}

function sized(args: SubgraphArguments, size: SubgraphLimits): SubgraphLimits {
  return {
    maxNodes: args.maxNodes ?? size.maxNodes,
    maxRelations: args.maxRelations ?? size.maxRelations,
  };
}

/** Several fields of a request that ask alike grow together, hop by hop. */
function subgraphAround(
  context: Context,
  seeds: readonly string[],
  args: SubgraphArguments,
  size: SubgraphLimits,
) {
  const limits = sized(args, size);
  const via = traversalOf(args.via, context.ontology);
  const { ontology: _ontology, ...identity } = via;
  return context.loaders.batch<Subgraph>(
    ['subgraph', identity, limits],
    JSON.stringify(seeds),
    async (roots) => {
      const lists = roots.map((root) => JSON.parse(root) as string[]);
      const degrees = await seedDegrees(context, lists.flat());
      const rows = await Promise.all(lists.map((keys) => seedRows(context, keys, degrees)));
      const grown = await subgraphs(context.client, via, limits, rows);
      return new Map(roots.flatMap((root, index) => (grown[index] ? [[root, grown[index]]] : [])));
    },
    { nodes: [], relations: [], completeness: { complete: true, reason: null, completeToHops: 0 } },
  );
}

export const entityDegrees = question({
  name: 'entity-degrees',
  row: z.object({ key: z.string(), degree: z.number() }),
  ask: ({ keys }: { keys: readonly string[] }) => cypher`UNWIND ${parameter('keys', keys)} AS key
MATCH (entity:Entity {key: key})
RETURN key, coalesce(entity.relationCount, 0) AS degree`,
});

async function seedDegrees({ client }: Context, keys: readonly string[]) {
  const rows = await client.read(compileQuestion(entityDegrees, { keys: [...new Set(keys)] }));
  return new Map(rows.map(({ key, degree }) => [key, degree]));
}

async function seedRows(
  { loaders }: Context,
  keys: readonly string[],
  degrees: ReadonlyMap<string, number>,
) {
  const rows = await Promise.all(keys.map((key) => loaders.entity(key)));
  return rows
    .filter((row) => row !== null)
    .map((row) => ({ row, degree: degrees.get(row.key) ?? 0 }));
}

const subgraph = reads<Subgraph>();
const member = reads<SubgraphNode>();

function defineSubgraphType({ builder, enums }: Parts, completeness: CompletenessRef) {
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
  const edge = reads<RelationRow>();
  const Edge = builder.objectRef<RelationRow>('SubgraphRelation').implement({
    description: 'A relation between two entities of a subgraph.',
    fields: (t) => ({
      relation: t.field({
        type: 'Relation',
        description: 'The relation.',
        ...edge('id')((row) => row as RelationRow),
      }),
      modality: t.field({
        type: enums.Modality,
        nullable: true,
        description: 'The strongest modality behind it.',
        ...edge('modality')(({ modality }) => modality),
      }),
      evidence: t.field({
        type: 'Evidence',
        description: 'What stands behind it.',
        ...edge('id')((row) => row as RelationRow),
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
        type: [Edge],
        description: 'The relations.',
        complexity: { field: 1, multiplier: 1 },
        ...subgraph('relations')(({ relations }) => relations),
      }),
      completeness: t.field({
        type: completeness,
        description: 'Whether entities or relations within the hops asked for are left out.',
        ...subgraph('completeness')((row) => row.completeness),
      }),
    }),
  });
}
