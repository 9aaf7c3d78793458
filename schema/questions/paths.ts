import type { GraphQLResolveInfo } from 'graphql';
import { UserInputError } from '../../src/errors.ts';
import { completenessOf } from '../../src/graph/completeness.ts';
import {
  findPaths,
  hubsBetween,
  maximalPaths,
  mayEndWithShortest,
  type PathMode,
  type PathSearch,
} from '../../src/graph/paths.ts';
import { rankedPage } from '../../src/graph/ranking.ts';
import type { GraphReader } from '../../src/graph/reader.ts';
import type { Path } from '../../src/graph/rows/path.ts';
import { searchInTime } from '../../src/graph/search-in-time.ts';
import { compileSearch } from '../../src/graph/search-question.ts';
import { forwardArguments } from '../graphql/connections.ts';
import type { Context } from '../graphql/context.ts';
import { described } from '../graphql/enums.ts';
import type { EntityRef } from '../graphql/global-id.ts';
import type { Parts } from '../graphql/parts.ts';
import { foundShapes } from '../graphql/related.ts';
import { askOfField } from '../graphql/selection/asking-field.ts';
import { type ViewInput, viewArgument, viewOf } from '../graphql/view.ts';
import type { Ontology } from '../ontology/define.ts';
import type { PathRef } from './path.ts';
import { rankedRequest } from './ranked-request.ts';
import {
  defineTraversalConnection,
  type TraversalPage,
  type TraversalRefs,
} from './traversal-connection.ts';
import {
  defaultHops,
  keysNamed,
  requireNamed,
  type TraversalInput,
  type TraversalInputRef,
  traversalOf,
  wayOf,
} from './traversal-input.ts';

/** Each pair of ends is a search of its own. */
const maximalPairs = 100;

/** Paths that are returned where nothing is said: they are long answers. */
const defaultPaths = 5;

const modeMeanings: Record<PathMode, string> = {
  SHORTEST: `The shortest, then longer ones, ${maximalPaths.SHORTEST} at most.`,
  ALL_SHORTEST: `The shortest between each two ends, and no longer ones, ${maximalPaths.ALL_SHORTEST} at most.`,
  SIMPLE: `All within the hops asked for, the shortest first, ${maximalPaths.SIMPLE} at most.`,
};

export function definePaths(
  parts: Parts,
  Via: TraversalInputRef,
  path: PathRef,
  refs: TraversalRefs,
) {
  const { builder, inputs } = parts;
  const node = { type: path, of: (row: Path) => row };
  const connection = defineTraversalConnection<Path>(parts, refs, 'Path', node);
  const Mode = builder.enumType('PathMode', {
    description: 'Which paths count. None enters an entity twice.',
    values: described(modeMeanings),
  });
  builder.queryField('paths', (t) =>
    t.field({
      type: connection,
      description: 'How entities are connected, nearest first, with the evidence of every hop.',
      complexity: ({ first, via, from, to }) => {
        const size = Math.max(1, first ?? defaultPaths);
        const pairs = from.length * to.length;
        return { field: 10 * pairs, multiplier: size * (via?.maxHops ?? defaultHops) };
      },
      args: {
        from: t.arg({
          type: [inputs.EntityRef],
          required: true,
          description: 'Where paths start.',
        }),
        to: t.arg({ type: [inputs.EntityRef], required: true, description: 'Where they end.' }),
        via: t.arg({ type: Via, description: 'Which way they may go.' }),
        mode: t.arg({ type: Mode, defaultValue: 'SHORTEST', description: 'Which of them count.' }),
        view: viewArgument(t.arg, parts.View),
        ...forwardArguments(t.arg, defaultPaths),
      },
      resolve: (_root, args, context, info) => pathPage(context, args, info),
    }),
  );
}

interface PathArguments {
  readonly from: readonly EntityRef[];
  readonly to: readonly EntityRef[];
  readonly via?: TraversalInput | null | undefined;
  readonly mode?: PathMode | null | undefined;
  readonly view?: ViewInput | null | undefined;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

async function pathPage(
  context: Context,
  args: PathArguments,
  info: GraphQLResolveInfo,
): Promise<TraversalPage<Path>> {
  const { ontology } = context;
  const view = viewOf(args.view, ontology);
  const via = traversalOf(args.via, view, ontology);
  const [from, to] = endsOf(args, ontology);
  const mode = args.mode ?? 'SHORTEST';
  const search = { from, to, mode };
  const ask = askOfField(info, context);
  const { rank, size, limit, ...page } = await rankedRequest(context, ask, [wayOf(via), search], {
    ...{ size: args.first ?? defaultPaths, after: args.after, ceiling: maximalPaths[mode] },
  });
  const shapes = foundShapes(ask, view);
  const asked = (maxHops: number) => ({
    ...{ ...search, via: { ...via, maxHops }, skip: rank, size, limit, shapes },
  });
  const judges = ask.also('completeness');
  const { answer, hops } = await searchInTime(context, {
    ...{ minHops: via.minHops, maxHops: via.maxHops },
    ask: async (client, maxHops) => {
      const { found, query } = await pathsWithin(client, asked(maxHops));
      return {
        found,
        query,
        hub: judges ? await shortestSkipped(client, asked(maxHops), found) : null,
      };
    },
    isFilled: ({ found }) => found.length === limit,
  });
  const { found, hub, query } = answer ?? { found: [], hub: null, query: null };
  const starts = new Set(found.map(({ nodes }) => nodes[0]?.key));
  const stops = new Set(found.map(({ nodes }) => nodes.at(-1)?.key));
  await requireNamed(
    from.filter((key) => !starts.has(key)),
    'from',
    context,
  );
  await requireNamed(
    to.filter((key) => !stops.has(key)),
    'to',
    context,
  );
  return {
    ...rankedPage(found, { rank, size, ...page }),
    completeness: completenessOf({
      ...{ maxHops: via.maxHops, searched: hops },
      ...{ left: found[size]?.hops.length, besideHubs: hub === null ? null : hub - 1 },
    }),
    query: () => query ?? compileSearch(findPaths, asked(via.maxHops)),
  };
}

/** Looks for longer paths only where the shortest are not enough: that takes a statement many times as long. */
async function pathsWithin(client: GraphReader, search: PathSearch) {
  if (mayEndWithShortest(search)) {
    const query = compileSearch(findPaths, { ...search, shortestOnly: true });
    const found = (await client.read(query)).map(({ path }) => path);
    if (found.length === 0 || found.length === search.limit) return { found, query };
  }
  const query = compileSearch(findPaths, search);
  return { found: (await client.read(query)).map(({ path }) => path), query };
}

function endsOf(args: PathArguments, ontology: Ontology) {
  const from = keysNamed(args.from, 'from', ontology);
  const to = keysNamed(args.to, 'to', ontology);
  if (new Set([...from, ...to]).size === 1) {
    throw new UserInputError("'from' and 'to' are the same: a path has two different ends.");
  }
  if (from.length * to.length > maximalPairs) {
    throw new UserInputError(
      `'from' and 'to' make ${from.length * to.length} pairs, and ${maximalPairs} are the most. Name fewer.`,
    );
  }
  return [from, to] as const;
}

/** How long a path is at least that was not found because it passes an entity too large to be passed. */
async function shortestSkipped(
  client: GraphReader,
  { mode, via, from, to }: PathSearch,
  found: readonly Path[],
): Promise<number | null> {
  if (via.maxDegree === undefined) return null;
  const rows = await client.read(compileSearch(hubsBetween, { via, from, to }));
  const skipped = rows.filter((pair) => {
    const shortest = found.find(
      ({ nodes }) => nodes[0]?.key === pair.from && nodes.at(-1)?.key === pair.to,
    );
    return mode !== 'ALL_SHORTEST' || !shortest || pair.hops <= shortest.hops.length;
  });
  return skipped.length === 0 ? null : Math.min(...skipped.map(({ hops }) => hops));
}
