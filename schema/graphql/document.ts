import { cypher } from '../../src/graph/cypher.ts';
import type { PageArguments } from '../../src/graph/lists.ts';
import type { Order } from '../../src/graph/orders.ts';
import type { DocumentRow } from '../../src/graph/rows/document.ts';
import type { EntityRowOf } from '../../src/graph/rows/entity.ts';
import { documentList } from '../../src/graph/sources/documents.ts';
import { mentionedList } from '../../src/graph/sources/entities.ts';
import { defineConnection, distinctOrders, pageArguments, pageCost } from './connections.ts';
import { byName } from './entity.ts';
import {
  type DocumentFilterInput,
  documentFilter,
  type EntityFilterInput,
  entityFilter,
} from './filter-inputs.ts';
import type { EntityConnection } from './node.ts';
import type { OrderInputs } from './orders.ts';
import type { Parts } from './parts.ts';
import { reads, readsId } from './reads.ts';
import { leadsToList, leadsToRow, leadsToRows, rootList } from './selection/leads.ts';
import { type StatementConnection, statementArguments, statementsOf } from './statement.ts';

/** The import lets only companies publish, and only companies be relayed. */
type Outlet = EntityRowOf<'Company'>;

const publisherField = leadsToRow<DocumentRow, Outlet>()('publisher', {
  ...{ kind: 'entity', reach: (d, e) => cypher`MATCH (${d})<-[:PUBLISHED]-(${e}:Entity)` },
});
const basedOnField = leadsToRows<DocumentRow, Outlet>()('basedOn', {
  ...{ kind: 'entity', reach: (d, e) => cypher`MATCH (${d})-[:BASED_ON]->(${e}:Entity)` },
});

interface EntitiesArguments extends PageArguments {
  readonly filter?: EntityFilterInput | null | undefined;
}

const document = reads<DocumentRow>();

export function defineDocument(
  parts: Parts,
  orders: OrderInputs,
  statements: StatementConnection,
  entities: EntityConnection,
) {
  const { builder, ontology, inputs, pageInfo } = parts;
  builder.node('Document', {
    description: 'An article or another text that statements were read out of.',
    id: readsId<DocumentRow>('Document')('key'),
    fields: (t) => ({
      key: t.string({
        description: 'Unique, readable, and stable.',
        ...document('key')(({ key }) => key),
      }),
      title: t.string({
        description: 'Its title, or one in our own words.',
        ...document('title')(({ title }) => title),
      }),
      titleInferred: t.boolean({
        description: 'Whether the title is ours.',
        ...document('titleInferred')(({ titleInferred }) => titleInferred),
      }),
      url: t.field({
        type: 'URL',
        nullable: true,
        description: 'Where it was published, if that is known.',
        ...document('url')(({ url }) => url),
      }),
      language: t.string({
        description: 'BCP 47.',
        ...document('language')(({ language }) => language),
      }),
      publishedAt: t.field({
        type: 'TimeWindow',
        nullable: true,
        description: 'When it came out; inferred times are marked with ~.',
        ...document('publishedAt')(({ publishedAt }) => publishedAt),
      }),
      publisher: t.field({
        type: 'Company',
        nullable: true,
        description: 'Who published it, if that is known.',
        ...publisherField,
      }),
      basedOn: t.field({
        type: ['Company'],
        description: 'The outlets whose reporting it relays.',
        ...basedOnField,
      }),
      statements: t.field({
        type: statements,
        description: 'What was read out of it, in its own order.',
        complexity: pageCost,
        args: statementArguments(t.arg, parts),
        ...statementsOf<DocumentRow>('document', 'key'),
      }),
      entities: t.field({
        type: entities,
        description: 'What its statements mention.',
        complexity: pageCost,
        args: {
          filter: t.arg({ type: inputs.EntityFilter, description: 'Which entities.' }),
          ...pageArguments(t.arg),
        },
        ...leadsToList<DocumentRow>()('document', 'key')((args: EntitiesArguments, ask) => {
          const filter = args.filter ? entityFilter(args.filter, ontology) : undefined;
          const list = { ontology, filter, orders: byName, shape: ask.shape('entity') };
          return (document) => mentionedList(list, document);
        }),
      }),
    }),
  });

  const connection = defineConnection<DocumentRow>(builder, pageInfo, 'Document', {
    type: 'Document',
    of: (row) => row,
  });
  builder.queryField('documents', (t) =>
    t.field({
      type: connection,
      description: 'All documents.',
      complexity: pageCost,
      args: {
        filter: t.arg({ type: inputs.DocumentFilter, description: 'Which documents.' }),
        orderBy: t.arg({
          type: [orders.DocumentOrder],
          description: 'By publication, the latest first, if nothing is said.',
        }),
        ...pageArguments(t.arg),
      },
      resolve: rootList((args: DocumentsArguments, ask) => {
        const orders = distinctOrders(args.orderBy ?? [{ field: 'PUBLISHED', direction: 'DESC' }]);
        const filter = args.filter ? documentFilter(args.filter, ontology) : undefined;
        const shape = ask.shape('document');
        return () => documentList({ filter, orders, shape });
      }),
    }),
  );
}

interface DocumentsArguments extends PageArguments {
  readonly filter?: DocumentFilterInput | null | undefined;
  readonly orderBy?: readonly Order[] | null | undefined;
}
