import { z } from 'zod';
import { UserInputError } from '../../src/errors.ts';
import type { Completeness } from '../../src/graph/completeness.ts';
import type { PageArguments, UncountedPage } from '../../src/graph/lists.ts';
import { maximalPaths, type PathRow, shortestPaths } from '../../src/graph/paths.ts';
import { compileQuestion } from '../../src/graph/question.ts';
import { rankAfter, rankedPage } from '../../src/graph/ranking.ts';
import { rankingState } from '../../src/graph/revision.ts';
import type { EntityRow } from '../../src/graph/rows/entity.ts';
import type { RelationRow } from '../../src/graph/rows/relation.ts';
import type { RelatedRow } from '../../src/graph/sources/related.ts';
import { forwardArguments, type PageInfoRef } from '../graphql/connections.ts';
import type { Context } from '../graphql/context.ts';
import { hopFields } from '../graphql/hop-fields.ts';
import { maximalPage } from '../graphql/limits.ts';
import type { Parts } from '../graphql/parts.ts';
import { reads } from '../graphql/reads.ts';
import type { CompletenessRef } from './completeness.ts';
import {
  defaultHops,
  entitiesNamed,
  type TraversalInputRef,
  traversalOf,
} from './traversal-input.ts';

interface Hop {
  readonly hop: RelatedRow;
}

type Paths = UncountedPage<PathRow> & { readonly completeness: Completeness };

/** Each pair of ends is a search of its own. */
const maximalPairs = 100;

/** Paths that are returned where nothing is said: they are long answers. */
const defaultPaths = 5;

export function definePaths(parts: Parts, Via: TraversalInputRef, completeness: CompletenessRef) {
  const { builder, ontology, inputs } = parts;
  const connection = definePathConnection(parts, parts.pageInfo, completeness);
  const PathMode = builder.enumType('PathMode', {
    description: 'Which paths count.',
    values: {
      SHORTEST: {
        description: 'The shortest ones, of whichever length, that enter no entity twice.',
      },
    },
  });
  builder.queryField('paths', (t) =>
    t.field({
      type: connection,
      description: 'How entities are connected, nearest first, with the evidence of every hop.',
      complexity: ({ first, via, from, to }) => {
        const size = Math.min(first ?? defaultPaths, maximalPage);
        const pairs = from.length * to.length;
        return { field: 10 * pairs, multiplier: Math.max(1, size) * (via?.maxHops ?? defaultHops) };
      },
      args: {
        from: t.arg({
          type: [inputs.EntityRef],
          required: true,
          description: 'Where paths start.',
        }),
        to: t.arg({ type: [inputs.EntityRef], required: true, description: 'Where they end.' }),
        via: t.arg({ type: Via, description: 'Which way they may go.' }),
        mode: t.arg({
          type: PathMode,
          defaultValue: 'SHORTEST',
          description: 'Which of them count.',
        }),
        ...forwardArguments(t.arg),
        first: t.arg.int({
          defaultValue: defaultPaths,
          description: `How many, ${maximalPage} at most.`,
          validate: z
            .number()
            .min(1)
            .max(maximalPage, `at most ${maximalPage} on one page`)
            .nullish(),
        }),
      },
      resolve: async (_root, args, context) => {
        const via = traversalOf(args.via, ontology);
        const [from, to] = await Promise.all([
          entitiesNamed(args.from, 'from', context),
          entitiesNamed(args.to, 'to', context),
        ]);
        return pathPage(context, { via, from: keys(from), to: keys(to) }, args);
      },
    }),
  );
}

function keys(rows: readonly EntityRow[]): string[] {
  return rows.map(({ key }) => key);
}

async function pathPage(
  context: Context,
  search: Omit<Parameters<typeof shortestPaths.ask>[0], 'skip' | 'limit'>,
  { first: size, after }: Pick<PageArguments, 'first' | 'after'>,
): Promise<Paths> {
  if (new Set([...search.from, ...search.to]).size === 1) {
    throw new UserInputError("'from' and 'to' are the same: a path has two different ends.");
  }
  if (search.from.length * search.to.length > maximalPairs) {
    throw new UserInputError(
      `'from' and 'to' make ${search.from.length * search.to.length} pairs, and ${maximalPairs} are the most. Name fewer.`,
    );
  }
  const { ontology: _ontology, ...via } = search.via;
  const revision = await rankingState(context, [via, search.from, search.to]);
  const rank = rankAfter(after, revision, maximalPaths);
  const first = Math.min(size ?? defaultPaths, maximalPaths - rank);
  const question = compileQuestion(shortestPaths, { ...search, skip: rank, limit: first + 1 });
  const found = await context.client.read(question);
  const page = rankedPage(found, { rank, size: first, revision, ceiling: maximalPaths });
  const left = found[first];
  const completeness: Completeness = left
    ? { complete: false, reason: 'LIMIT', completeToHops: left.relations.length - 1 }
    : { complete: true, reason: null, completeToHops: search.via.maxHops };
  return { ...page, completeness };
}

function definePathConnection(parts: Parts, pageInfo: PageInfoRef, completeness: CompletenessRef) {
  const { builder } = parts;
  const Path = definePath(parts);
  const Edge = builder.objectRef<Paths['edges'][number]>('PathEdge').implement({
    description: 'A row of a PathConnection.',
    fields: (t) => ({
      cursor: t.exposeString('cursor', { description: 'Its rank.' }),
      node: t.field({ type: Path, description: 'The path.', resolve: ({ item }) => item }),
    }),
  });
  return builder.objectRef<Paths>('PathConnection').implement({
    description: 'A page of paths, nearest first.',
    fields: (t) => ({
      edges: t.field({
        type: [Edge],
        description: 'The paths, with cursors.',
        complexity: { field: 1, multiplier: 1 },
        resolve: ({ edges }) => edges,
      }),
      nodes: t.field({
        type: [Path],
        description: 'The paths.',
        complexity: { field: 1, multiplier: 1 },
        resolve: ({ edges }) => edges.map(({ item }) => item),
      }),
      pageInfo: t.field({
        type: pageInfo,
        description: 'Where the page lies in the list.',
        resolve: (page) => page,
      }),
      completeness: t.field({
        type: completeness,
        description: 'Whether there are further paths within the hops asked for.',
        resolve: (page) => page.completeness,
      }),
    }),
  });
}

const path = reads<PathRow>();
const hop = reads<Hop>();

function definePath(parts: Parts) {
  const { builder } = parts;
  const HopType = builder.objectRef<Hop>('Hop').implement({
    description: 'One step of a path.',
    fields: (t) => ({
      node: t.field({
        type: 'Entity',
        description: 'Where it leads.',
        ...hop('hop')((row) => row.hop.node),
      }),
      ...hopFields(t, parts, 'hop'),
    }),
  });
  return builder.objectRef<PathRow>('Path').implement({
    description: 'Relations in a row that lead from one entity to another.',
    fields: (t) => ({
      length: t.int({
        description: 'How many hops.',
        ...path('relations')(({ relations }) => relations.length),
      }),
      start: t.field({
        type: 'Entity',
        description: 'Where it starts.',
        ...path('nodes')(({ nodes }) => nodes[0] as EntityRow),
      }),
      end: t.field({
        type: 'Entity',
        description: 'Where it ends.',
        ...path('nodes')(({ nodes }) => nodes.at(-1) as EntityRow),
      }),
      hops: t.field({
        type: [HopType],
        description: 'Its hops in order.',
        complexity: { field: 1, multiplier: 1 },
        ...path(
          'nodes',
          'relations',
        )(({ nodes, relations }) =>
          relations.map((relation, index) => ({
            hop: { relation, node: nodes[index + 1] as EntityRow, summary: relation },
          })),
        ),
      }),
      independentSourceCount: t.int({
        nullable: true,
        description:
          'The least among its hops; reference data aside, and null if there is no other.',
        ...path('relations')(({ relations }) => leastSources(relations)),
      }),
    }),
  });
}

function leastSources(relations: readonly RelationRow[]): number | null {
  const counts = relations
    .filter(({ statementCount }) => statementCount > 0)
    .map(({ independentSourceCount }) => independentSourceCount);
  return counts.length > 0 ? Math.min(...counts) : null;
}
