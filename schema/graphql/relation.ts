import { cypher } from '../../src/graph/cypher.ts';
import type { PageArguments } from '../../src/graph/lists.ts';
import type { Order } from '../../src/graph/orders.ts';
import type { RelationRow } from '../../src/graph/rows/relation.ts';
import { relationList } from '../../src/graph/sources/relations.ts';
import {
  defineConnection,
  distinctOrders,
  forwardArguments,
  pageArguments,
  pageCost,
} from './connections.ts';
import { type RelationFilterInput, relationFilter } from './filter-inputs.ts';
import type { OrderInputs } from './orders.ts';
import type { Parts } from './parts.ts';
import { reads, readsId } from './reads.ts';
import { leadsToOne, rootList } from './selection/leads.ts';
import { type StatementConnection, statementsOf } from './statement.ts';
import { evidenceColumns, summaryField } from './summary-field.ts';
import { type ViewInput, viewArgument, viewOf } from './view.ts';

const relation = reads<RelationRow>();

export function defineRelation(
  { builder, ontology, enums, inputs, pageInfo, View }: Parts,
  orders: OrderInputs,
  statements: StatementConnection,
) {
  builder.node('Relation', {
    description: 'A typed relation between two entities, with what stands behind it.',
    id: readsId<RelationRow>('Relation')('id'),
    fields: (t) => ({
      type: t.field({
        type: enums.RelationType,
        description: 'Its type, read from the first entity to the second.',
        ...relation('type')(({ type }) => type),
      }),
      from: t.field({
        type: 'Entity',
        description: 'The first entity.',
        ...fromEnd,
      }),
      to: t.field({
        type: 'Entity',
        description: 'The second entity.',
        ...toEnd,
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
        ...summaryField(['modality'], ({ modality }) => modality),
      }),
      period: t.field({
        type: 'TimeWindow',
        nullable: true,
        description: 'When it holds, or took place, as far as anybody says.',
        args: { view: viewArgument(t.arg, View) },
        ...summaryField(['period'], ({ period }) => period),
      }),
      evidence: t.field({
        type: 'Evidence',
        description: 'What stands behind it.',
        args: { view: viewArgument(t.arg, View) },
        ...summaryField(evidenceColumns, (summary) => summary),
      }),
      statements: t.field({
        type: statements,
        description: 'The statements that say so, in order of publication.',
        complexity: pageCost,
        args: { view: viewArgument(t.arg, View), ...forwardArguments(t.arg) },
        ...statementsOf<RelationRow>('relation', 'id'),
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
      resolve: rootList((args: RelationsArguments, ask) => {
        const orders = distinctOrders(args.orderBy ?? [{ field: 'TYPE', direction: 'ASC' }]);
        const filter = args.filter ? relationFilter(args.filter, ontology) : undefined;
        const view = viewOf(args.view, ontology);
        const shape = ask.shape('relation');
        return () => relationList({ ontology, filter, view, orders, shape });
      }),
    }),
  );
}

/** Both ends of a relationship are at hand wherever it is. */
const fromEnd = near(
  leadsToOne<RelationRow>()('from', {
    ...{ kind: 'entity', place: (r) => cypher`startNode(${r})` },
  }),
);
const toEnd = near(
  leadsToOne<RelationRow>()('to', {
    ...{ kind: 'entity', place: (r) => cypher`endNode(${r})` },
  }),
);

function near<Field extends { readonly extensions: object }>(field: Field): Field {
  return { ...field, extensions: { ...field.extensions, near: true } };
}

interface RelationsArguments extends PageArguments {
  readonly filter?: RelationFilterInput | null | undefined;
  readonly view?: ViewInput | null | undefined;
  readonly orderBy?: readonly Order[] | null | undefined;
}
