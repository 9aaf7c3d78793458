import type { GraphQLResolveInfo } from 'graphql';
import { completenessOf } from '../../src/graph/completeness.ts';
import { rankedPage } from '../../src/graph/ranking.ts';
import { type FoundFromOne, findReachable, type Reach } from '../../src/graph/reachable.ts';
import type { EntityRow } from '../../src/graph/rows/entity.ts';
import type { Path } from '../../src/graph/rows/path.ts';
import { type Searched, searchInTime } from '../../src/graph/search-in-time.ts';
import { compileSearch } from '../../src/graph/search-question.ts';
import { forwardArguments } from '../graphql/connections.ts';
import type { Context } from '../graphql/context.ts';
import { type EntityFilterInput, entityFilter } from '../graphql/filter-inputs.ts';
import { defaultPage, maximalRank } from '../graphql/limits.ts';
import type { Parts } from '../graphql/parts.ts';
import { follows, reads } from '../graphql/reads.ts';
import { foundShapes } from '../graphql/related.ts';
import { askOfField, placeOf } from '../graphql/selection/asking-field.ts';
import { atOnce } from '../graphql/selection/needs.ts';
import { type ViewInput, viewArgument, viewOf } from '../graphql/view.ts';
import type { PathRef } from './path.ts';
import { rankedRequest } from './ranked-request.ts';
import {
  defineTraversalConnection,
  type TraversalPage,
  type TraversalRefs,
} from './traversal-connection.ts';
import {
  defaultHops,
  type TraversalInput,
  type TraversalInputRef,
  traversalOf,
  wayOf,
} from './traversal-input.ts';

interface Reached {
  readonly node: EntityRow;
  readonly hops: number;
  /** One of the shortest; there where it was asked for. */
  readonly path: Path | null;
}

export function defineReachable(
  parts: Parts,
  Via: TraversalInputRef,
  path: PathRef,
  refs: TraversalRefs,
) {
  const { builder, inputs } = parts;
  const edge = reads<{ item: Reached }>();
  const connection = defineTraversalConnection<Reached>(
    parts,
    refs,
    'Reachable',
    { type: 'Entity', of: ({ node }) => node },
    (t) => ({
      hops: t.int({ description: 'How far off it is.', ...edge('item')(({ item }) => item.hops) }),
      path: t.field({
        type: path,
        description: 'One of the shortest ways there.',
        complexity: { field: 1, multiplier: defaultHops },
        ...atOnce(({ item }: { item: Reached }) => item.path as Path, { also: 'ways' }),
      }),
    }),
  );
  builder.interfaceField('Entity', 'reachable', (t) =>
    t.field({
      type: connection,
      description: `What can be reached from it: each entity once, nearest first, then by name. ${maximalRank} can be paged through.`,
      complexity: ({ first }) => ({ field: 10, multiplier: Math.max(1, first ?? defaultPage) }),
      args: {
        via: t.arg({ type: Via, description: 'Which way.' }),
        filter: t.arg({
          type: inputs.EntityFilter,
          description: 'Which entities are sought; those between are free.',
        }),
        view: viewArgument(t.arg, parts.View),
        ...forwardArguments(t.arg, defaultPage),
      },
      ...follows<EntityRow>()('key')(
        ({ key }, args: ReachableArguments, context: Context, info: GraphQLResolveInfo) =>
          reachablePage(context, key, args, info),
      ),
    }),
  );
}

interface ReachableArguments {
  readonly via?: TraversalInput | null | undefined;
  readonly filter?: EntityFilterInput | null | undefined;
  readonly view?: ViewInput | null | undefined;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

async function reachablePage(
  context: Context,
  key: string,
  args: ReachableArguments,
  info: GraphQLResolveInfo,
): Promise<TraversalPage<Reached>> {
  const { ontology } = context;
  const view = viewOf(args.view, ontology);
  const via = traversalOf(args.via, view, ontology);
  const filter = args.filter ? entityFilter(args.filter, ontology) : undefined;
  const ask = askOfField(info, context);
  const way = wayOf(via);
  const { rank, size, limit, ...page } = await rankedRequest(context, ask, [key, way, filter], {
    ...{ size: args.first ?? defaultPage, after: args.after },
    ceiling: maximalRank,
  });
  const withPaths = ask.also('ways');
  const shapes = foundShapes(ask, view);
  const reach: Reach = { via, filter, withPaths, skip: rank, limit, shapes };
  // Several entities of a request that ask alike are searched from together.
  const { answer, hops } = await context.loaders.batch<Searched<FoundFromOne>>(
    ['reachable', way, filter, withPaths, rank, limit, placeOf(info)],
    key,
    (keys) => reachFrom(context, reach, keys),
    { answer: null, hops: 0 },
  );
  const found = (answer?.entities ?? []).map((node, index) => {
    const path = answer?.paths[index];
    return { node, hops: answer?.hops[index] ?? 0, path: path ?? null };
  });
  return {
    ...rankedPage(found, { rank, size, ...page }),
    completeness: completenessOf({
      ...{ maxHops: via.maxHops, searched: hops, left: found[size]?.hops, besideHubs: answer?.hub },
    }),
    query: () =>
      compileSearch(findReachable, {
        ...{ ...reach, via: { ...via, maxHops: answer ? hops : via.maxHops }, keys: [key] },
      }),
  };
}

async function reachFrom(
  context: Context,
  reach: Reach,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Searched<FoundFromOne>>> {
  const { via, limit } = reach;
  const { answer, hops } = await searchInTime(context, {
    ...{ minHops: via.minHops, maxHops: via.maxHops },
    ask: (client, maxHops) =>
      client.read(compileSearch(findReachable, { ...reach, via: { ...via, maxHops }, keys })),
    isFilled: (rows) => rows.every(({ entities }) => entities.length === limit),
  });
  const byKey = new Map(answer?.map((row) => [row.key, row]));
  return new Map(keys.map((key) => [key, { answer: byKey.get(key) ?? null, hops }]));
}
