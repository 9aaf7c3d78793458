import type { PageArguments } from '../../src/graph/lists.ts';
import type { EntityRow } from '../../src/graph/rows/entity.ts';
import type { WindowRow } from '../../src/graph/rows/relation.ts';
import type { StatementRow } from '../../src/graph/rows/statement.ts';
import { timelineList, timeSpokenOf } from '../../src/graph/sources/timeline.ts';
import { defineConnection, forwardArguments, pageCost } from '../graphql/connections.ts';
import { defaultPage } from '../graphql/limits.ts';
import type { Parts } from '../graphql/parts.ts';
import { leadsToList } from '../graphql/selection/leads.ts';
import { atOnce } from '../graphql/selection/needs.ts';
import { type InView, judgedInline, viewArgument, viewOf } from '../graphql/view.ts';

type TimelineArguments = Pick<PageArguments, 'first' | 'after'> & InView;

/** `timeline` of an entity: what is said of it, by the time that is spoken of. */
export function defineTimeline({ builder, ontology, pageInfo, View }: Parts) {
  const connection = defineConnection<StatementRow>(
    builder,
    pageInfo,
    'Timeline',
    { type: 'Statement', of: (row) => row },
    (t) => ({
      time: t.field({
        type: 'TimeWindow',
        description: 'The time that the statement speaks of.',
        // What speaks of no time is not in the list.
        ...atOnce(({ item }: { item: StatementRow }) => timeSpokenOf(item) as WindowRow, {
          of: { statement: ['value', 'time'] },
        }),
      }),
    }),
  );
  builder.interfaceField('Entity', 'timeline', (t) =>
    t.field({
      type: connection,
      description:
        'The statements that mention it, by the time they speak of: the value where that is a time, else when they hold. A time counts from its first day, from its last where it has no first. What has no time is left out.',
      complexity: pageCost,
      args: { view: viewArgument(t.arg, View), ...forwardArguments(t.arg, defaultPage) },
      ...leadsToList<EntityRow>()('entity', 'key')<TimelineArguments, StatementRow>(
        (args, { shape }) => {
          const list = { ontology, view: viewOf(args.view, ontology), shape: shape('statement') };
          return (entity) => timelineList(list, entity);
        },
        judgedInline,
      ),
    }),
  );
}
