import { listPage, type PageArguments } from '../../src/graph/lists.ts';
import { loadSupport } from '../../src/graph/relation-support.ts';
import type { RelationRow } from '../../src/graph/rows/relation.ts';
import { relationList } from '../../src/graph/sources/relations.ts';
import type { RelationSummary } from '../claims/relation-summary.ts';
import { summaryInView } from '../claims/summary-in-view.ts';
import {
  defineConnection,
  distinctOrders,
  forwardArguments,
  pageArguments,
  pageCost,
} from './connections.ts';
import type { Context } from './context.ts';
import { type RelationFilterInput, relationFilter } from './filter-inputs.ts';
import { defaultPage } from './limits.ts';
import { loaded } from './loaded.ts';
import type { OrderInputs } from './orders.ts';
import type { Parts } from './parts.ts';
import { follows, reads } from './reads.ts';
import { type StatementConnection, statementsOf } from './statement.ts';
import { type InView, type ViewInput, viewArgument, viewOf } from './view.ts';

const relation = reads<RelationRow>();
const fromRelation = follows<RelationRow>();

export function defineRelation(
  { builder, ontology, enums, inputs, pageInfo, View }: Parts,
  orders: OrderInputs,
  statements: StatementConnection,
) {
  builder.node('Relation', {
    description: 'A typed relation between two entities, with what stands behind it.',
    id: { ...relation('id')(({ id }) => id) },
    fields: (t) => ({
      type: t.field({
        type: enums.RelationType,
        description: 'Its type, read from the first entity to the second.',
        ...relation('type')(({ type }) => type),
      }),
      from: t.field({
        type: 'Entity',
        description: 'The first entity.',
        ...fromRelation('from')(({ from }, _args, { loaders }: Context) =>
          loaded(loaders.entity(from), `entity ${from}`),
        ),
      }),
      to: t.field({
        type: 'Entity',
        description: 'The second entity.',
        ...fromRelation('to')(({ to }, _args, { loaders }: Context) =>
          loaded(loaders.entity(to), `entity ${to}`),
        ),
      }),
      role: t.string({
        nullable: true,
        description: 'In which role, such as "CEO" on LEADS.',
        ...relation('role')(({ role }) => role),
      }),
      modality: t.field({
        type: enums.Modality,
        nullable: true,
        description: 'The strongest among its statements; null where only a dataset says so.',
        args: { view: viewArgument(t.arg, View) },
        ...fromRelation(
          'id',
          'modality',
        )((row, { view }: InView, context: Context) =>
          view == null ? row.modality : summary(row, view, context).then((seen) => seen.modality),
        ),
      }),
      period: t.field({
        type: 'TimeWindow',
        nullable: true,
        description: 'When it holds, or took place, as far as anybody says.',
        args: { view: viewArgument(t.arg, View) },
        ...fromRelation(
          'id',
          'period',
        )((row, { view }: InView, context: Context) =>
          view == null ? row.period : summary(row, view, context).then((seen) => seen.period),
        ),
      }),
      evidence: t.field({
        type: 'Evidence',
        description: 'What stands behind it.',
        args: { view: viewArgument(t.arg, View) },
        ...fromRelation(
          ...(['id', 'statementCount', 'documentCount', 'independentSourceCount'] as const),
          ...(['firstReported', 'lastReported', 'disputed'] as const),
        )((row, { view }: InView, context: Context) =>
          view == null ? row : summary(row, view, context),
        ),
      }),
      statements: t.field({
        type: statements,
        description: 'The statements that say so, in order of publication.',
        complexity: pageCost,
        args: { view: viewArgument(t.arg, View), ...forwardArguments(t.arg) },
        ...fromRelation('id')(({ id }, args: PageArguments & InView, context: Context) =>
          statementsOf(context, 'relation', id, args),
        ),
      }),
    }),
  });

  const connection = defineConnection<RelationRow>(builder, pageInfo, 'Relation', {
    type: 'Relation',
    of: (row) => row,
  });
  builder.queryField('relations', (t) =>
    t.field({
      type: connection,
      description: 'All relations, of any type.',
      complexity: pageCost,
      args: {
        filter: t.arg({ type: inputs.RelationFilter, description: 'Which relations.' }),
        orderBy: t.arg({
          type: [orders.RelationOrder],
          description: 'By type, if nothing is said.',
        }),
        view: viewArgument(t.arg, View),
        ...pageArguments(t.arg),
      },
      resolve: (_root, args, context) => {
        const filter = args.filter
          ? relationFilter(args.filter as RelationFilterInput, ontology)
          : undefined;
        const order = distinctOrders(args.orderBy ?? [{ field: 'TYPE', direction: 'ASC' }]);
        const view = viewOf(args.view, ontology);
        const source = relationList({ ontology, filter, view, orders: order });
        const place = { identity: [filter, view, order], parent: null };
        return listPage(context, source, place, args, defaultPage);
      },
    }),
  );
}

/** What stands behind a relation under a view of its own. */
async function summary(
  { id }: Pick<RelationRow, 'id'>,
  input: ViewInput,
  context: Context,
): Promise<RelationSummary> {
  const support = await loaded(loadSupport(context, id), `relation ${id}`);
  return summaryInView(support, viewOf(input, context.ontology));
}
