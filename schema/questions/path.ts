import type { EntityRow } from '../../src/graph/rows/entity.ts';
import type { Path } from '../../src/graph/rows/path.ts';
import type { RelatedRow } from '../../src/graph/sources/related.ts';
import { hopFields } from '../graphql/hop-fields.ts';
import type { Parts } from '../graphql/parts.ts';
import { reads } from '../graphql/reads.ts';
import { atOnce } from '../graphql/selection/needs.ts';

interface Hop {
  readonly hop: RelatedRow;
}

const path = reads<Path>();
const hop = reads<Hop>();

/** `Path` and `Hop`. */
export function definePath(parts: Parts) {
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
  return builder.objectRef<Path>('Path').implement({
    description: 'Relations in a row that lead from one entity to another.',
    fields: (t) => ({
      length: t.int({
        description: 'How many hops.',
        ...path('hops')(({ hops }) => hops.length),
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
        ...path('hops')(({ hops }) => hops.map((each) => ({ hop: each }))),
      }),
      independentSourceCount: t.int({
        nullable: true,
        description:
          'The least among its hops under the view; reference data aside, and null if there is no other.',
        ...atOnce(({ hops }: Path) => leastSources(hops), {
          of: { summary: ['statementCount', 'independentSourceCount'] },
        }),
      }),
    }),
  });
}

export type PathRef = ReturnType<typeof definePath>;

function leastSources(hops: readonly RelatedRow[]): number | null {
  const counts = hops
    .filter(({ summary }) => summary.statementCount > 0)
    .map(({ summary }) => summary.independentSourceCount);
  return counts.length > 0 ? Math.min(...counts) : null;
}
