import type { GraphQLResolveInfo } from 'graphql';
import { z } from 'zod';
import { completenessOf } from '../../src/graph/completeness.ts';
import type { EntityRow } from '../../src/graph/rows/entity.ts';
import { type Searched, searchInTime } from '../../src/graph/search-in-time.ts';
import { compileSearch } from '../../src/graph/search-question.ts';
import { type Grown, growSubgraphs, type SubgraphLimits } from '../../src/graph/subgraphs.ts';
import type { Arguments } from '../graphql/connections.ts';
import type { Context } from '../graphql/context.ts';
import type { Parts } from '../graphql/parts.ts';
import { follows } from '../graphql/reads.ts';
import { foundShapes } from '../graphql/related.ts';
import { askOfField, placeOf } from '../graphql/selection/asking-field.ts';
import { type ViewInput, viewArgument, viewOf } from '../graphql/view.ts';
import { defineSubgraphType, type Subgraph } from './subgraph-type.ts';
import type { TraversalRefs } from './traversal-connection.ts';
import {
  keysNamed,
  requireNamed,
  type TraversalInput,
  type TraversalInputRef,
  traversalOf,
  wayOf,
} from './traversal-input.ts';

const maximalNodes = 2_000;
const maximalRelations = 10_000;

/** How much is drawn where nothing is said. */
const neighborhoodSize: SubgraphLimits = { maxNodes: 100, maxRelations: 500 };
const subgraphSize: SubgraphLimits = { maxNodes: 200, maxRelations: 1_000 };

interface SubgraphArguments {
  readonly via?: TraversalInput | null | undefined;
  readonly view?: ViewInput | null | undefined;
  readonly maxNodes?: number | null | undefined;
  readonly maxRelations?: number | null | undefined;
}

export function defineSubgraph(parts: Parts, Via: TraversalInputRef, refs: TraversalRefs) {
  const { builder, inputs } = parts;
  const SubgraphType = defineSubgraphType(parts, refs);
  const args = (arg: Arguments, size: SubgraphLimits) => ({
    via: arg({ type: Via, description: 'Which way it may grow.' }),
    view: viewArgument(arg, parts.View),
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
      args: args(t.arg, neighborhoodSize),
      ...follows<EntityRow>()('key')(
        ({ key }, given: SubgraphArguments, context: Context, info: GraphQLResolveInfo) =>
          subgraphAround(context, [key], given, neighborhoodSize, info),
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
        ...args(t.arg, subgraphSize),
      },
      resolve: async (_root, given, context, info) => {
        const seeds = keysNamed(given.seeds, 'seeds', context.ontology);
        const subgraph = await subgraphAround(context, seeds, given, subgraphSize, info);
        const found = subgraph.nodes.filter(({ hops }) => hops === 0).map(({ node }) => node.key);
        const unseen = seeds.filter((key) => !found.includes(key));
        await requireNamed(unseen, 'seeds', context);
        return subgraph;
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

async function subgraphAround(
  context: Context,
  seeds: readonly string[],
  args: SubgraphArguments,
  size: SubgraphLimits,
  info: GraphQLResolveInfo,
): Promise<Subgraph> {
  const limits = sized(args, size);
  const view = viewOf(args.view, context.ontology);
  const via = traversalOf(args.via, view, context.ontology);
  const shapes = foundShapes(askOfField(info, context), view);
  // Several fields of a request that ask alike grow together.
  const { answer, hops } = await context.loaders.batch<Searched<Grown>>(
    ['subgraph', wayOf(via), limits, placeOf(info)],
    JSON.stringify(seeds),
    (roots) => grow(context, { via, limits, shapes }, roots),
    { answer: null, hops: 0 },
  );
  const { entities, degrees, links } = answer ?? { entities: [], degrees: [], links: [] };
  const nodes = entities.map((node, index) => ({
    ...{ node, hops: answer?.hops[index] ?? 0, degree: degrees[index] ?? 0 },
  }));
  return {
    nodes: nodes.slice(0, limits.maxNodes),
    relations: links.slice(0, limits.maxRelations),
    completeness: completenessOf({
      ...{ maxHops: via.maxHops, searched: hops, besideHubs: answer?.hub },
      left: nearestOf(nodes[limits.maxNodes]?.hops, answer?.linkHops[limits.maxRelations]),
    }),
    query: () =>
      compileSearch(growSubgraphs, {
        ...{
          via: { ...via, maxHops: answer ? hops : via.maxHops },
          roots: [seeds],
          limits,
          shapes,
        },
      }),
  };
}

async function grow(
  context: Context,
  { via, limits, shapes }: Omit<Parameters<typeof growSubgraphs.ask>[0], 'roots'>,
  roots: readonly string[],
): Promise<ReadonlyMap<string, Searched<Grown>>> {
  const lists = roots.map((root) => JSON.parse(root) as string[]);
  const { answer, hops } = await searchInTime(context, {
    ...{ minHops: via.minHops, maxHops: via.maxHops },
    ask: (client, maxHops) =>
      client.read(
        compileSearch(growSubgraphs, { via: { ...via, maxHops }, roots: lists, limits, shapes }),
      ),
    isFilled: (rows) => rows.every(({ entities }) => entities.length > limits.maxNodes),
  });
  const byRoot = new Map(answer?.map((row) => [row.root, row]));
  return new Map(roots.map((root, index) => [root, { answer: byRoot.get(index) ?? null, hops }]));
}

function nearestOf(...hops: readonly (number | undefined)[]): number | undefined {
  const left = hops.filter((each) => each !== undefined);
  return left.length === 0 ? undefined : Math.min(...left);
}
