import type { GraphQLResolveInfo } from 'graphql';
import { completenessOf } from '../../src/graph/completeness.ts';
import { findMatches, lengthsOf, maximalMatches, sum } from '../../src/graph/matches.ts';
import { rankedPage } from '../../src/graph/ranking.ts';
import type { EntityRow } from '../../src/graph/rows/entity.ts';
import type { Path } from '../../src/graph/rows/path.ts';
import type { RelationRow } from '../../src/graph/rows/relation.ts';
import { searchInTime } from '../../src/graph/search-in-time.ts';
import { compileSearch } from '../../src/graph/search-question.ts';
import { forwardArguments } from '../graphql/connections.ts';
import type { Context } from '../graphql/context.ts';
import { defaultPage } from '../graphql/limits.ts';
import type { Parts } from '../graphql/parts.ts';
import { reads } from '../graphql/reads.ts';
import { foundShapes } from '../graphql/related.ts';
import { askOfField } from '../graphql/selection/asking-field.ts';
import { type ViewInput, viewArgument, viewOf } from '../graphql/view.ts';
import type { PathRef } from './path.ts';
import {
  definePatternElement,
  type NamedPattern,
  type PatternElement,
  patternOf,
} from './pattern.ts';
import { rankedRequest } from './ranked-request.ts';
import {
  defineTraversalConnection,
  type TraversalPage,
  type TraversalRefs,
} from './traversal-connection.ts';
import { requireNamed } from './traversal-input.ts';

interface Binding {
  readonly name: string;
  readonly node: EntityRow | null;
  readonly relation: RelationRow | null;
}

interface Match {
  readonly path: Path;
  readonly bindings: readonly Binding[];
}

export function defineMatch(parts: Parts, path: PathRef, refs: TraversalRefs) {
  const { builder } = parts;
  const Element = definePatternElement(parts);
  const node = {
    type: defineMatchType(parts, path),
    of: (row: Match) => row,
  };
  const connection = defineTraversalConnection<Match>(parts, refs, 'Match', node);
  builder.queryField('match', (t) =>
    t.field({
      type: connection,
      description: `Where a pattern of entities and relations occurs, the shortest first. No relation stands in one match twice. ${maximalMatches} can be paged through.`,
      complexity: ({ first, pattern }) => ({
        field: 10,
        multiplier: Math.max(1, first ?? defaultPage) * pattern.length,
      }),
      args: {
        pattern: t.arg({
          type: [Element],
          required: true,
          description: 'A node, a relation, a node, and so on.',
        }),
        view: viewArgument(t.arg, parts.View),
        ...forwardArguments(t.arg, defaultPage),
      },
      resolve: (_root, args, context, info) => matchPage(context, args, info),
    }),
  );
}

interface MatchArguments {
  readonly pattern: readonly PatternElement[];
  readonly view?: ViewInput | null | undefined;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

async function matchPage(
  context: Context,
  args: MatchArguments,
  info: GraphQLResolveInfo,
): Promise<TraversalPage<Match>> {
  const { ontology } = context;
  const view = viewOf(args.view, ontology);
  const ask = askOfField(info, context);
  const named = patternOf(args.pattern, view, ontology);
  const { pattern } = named;
  const { rank, size, limit, ...page } = await rankedRequest(context, ask, [args.pattern, view], {
    ...{ size: args.first ?? defaultPage, after: args.after },
    ceiling: maximalMatches,
  });
  const lengths = lengthsOf(pattern);
  const [least, most] = [sum(lengths[0] ?? []), sum(lengths.at(-1) ?? [])];
  const shapes = foundShapes(ask, view);
  const asked = (maxHops: number) => ({ pattern, maxHops, skip: rank, limit, shapes });
  const { answer, hops } = await searchInTime(context, {
    ...{ minHops: least, maxHops: most },
    ask: (client, maxHops) => client.read(compileSearch(findMatches, asked(maxHops))),
    isFilled: (rows) => rows.length === limit,
  });
  const found = (answer ?? []).map(({ path, lengths: which }) => ({
    ...{ path, bindings: bindingsOf(path, named, lengths[which] ?? []) },
  }));
  if (found.length === 0) await requireNamed(named.keys, 'pattern', context);
  return {
    ...rankedPage(found, { rank, size, ...page }),
    completeness: completenessOf({
      ...{ maxHops: most, searched: hops, left: found[size]?.path.hops.length },
    }),
    query: () => compileSearch(findMatches, asked(answer ? hops : most)),
  };
}

/** What each name of the pattern stands for in a path whose relations are repeated so often. */
function bindingsOf(
  { nodes, hops }: Path,
  { nodeNames, stepNames }: NamedPattern,
  lengths: readonly number[],
): Binding[] {
  const bindings: Binding[] = [];
  let at = 0;
  for (const [index, nodeName] of nodeNames.entries()) {
    if (nodeName !== null) {
      bindings.push({ name: nodeName, node: nodes[at] ?? null, relation: null });
    }
    const length = lengths[index] ?? 0;
    const stepName = stepNames[index] ?? null;
    if (stepName !== null) {
      for (const { relation } of hops.slice(at, at + length)) {
        bindings.push({ name: stepName, node: null, relation });
      }
    }
    at += length;
  }
  return bindings;
}

const match = reads<Match>();
const binding = reads<Binding>();

function defineMatchType({ builder }: Parts, path: PathRef) {
  const BindingType = builder.objectRef<Binding>('Binding').implement({
    description: 'What a name of a pattern stands for: an entity or a relation.',
    fields: (t) => ({
      name: t.string({ description: 'The name.', ...binding('name')((row) => row.name) }),
      node: t.field({
        type: 'Entity',
        nullable: true,
        description: 'The entity.',
        ...binding('node')((row) => row.node),
      }),
      relation: t.field({
        type: 'Relation',
        nullable: true,
        description: 'The relation; one of several in a row has a binding of its own.',
        ...binding('relation')((row) => row.relation),
      }),
    }),
  });
  return builder.objectRef<Match>('Match').implement({
    description: 'An occurrence of a pattern.',
    fields: (t) => ({
      path: t.field({
        type: path,
        description: 'All of it.',
        ...match('path')((row) => row.path),
      }),
      bindings: t.field({
        type: [BindingType],
        description: 'What the names stand for, in order.',
        ...match('bindings')((row) => row.bindings),
      }),
    }),
  });
}
