import { listPage, type PageArguments } from '../../src/graph/lists.ts';
import type { DocumentRow } from '../../src/graph/rows/document.ts';
import { documentList } from '../../src/graph/sources/documents.ts';
import { mentionedList } from '../../src/graph/sources/entities.ts';
import { defineConnection, distinctOrders, pageArguments, pageCost } from './connections.ts';
import type { Context } from './context.ts';
import {
  type DocumentFilterInput,
  documentFilter,
  type EntityFilterInput,
  entityFilter,
} from './filter-inputs.ts';
import { defaultPage } from './limits.ts';
import { loaded } from './loaded.ts';
import type { EntityConnection } from './node.ts';
import type { OrderInputs } from './orders.ts';
import type { Parts } from './parts.ts';
import { follows, reads } from './reads.ts';
import { type StatementConnection, statementArguments, statementsOf } from './statement.ts';

interface EntitiesArguments extends PageArguments {
  readonly filter?: EntityFilterInput | null | undefined;
}

const document = reads<DocumentRow>();
const fromDocument = follows<DocumentRow>();

export function defineDocument(
  parts: Parts,
  orders: OrderInputs,
  statements: StatementConnection,
  entities: EntityConnection,
) {
  const { builder, ontology, inputs, pageInfo } = parts;
  builder.node('Document', {
    description: 'An article or another text that statements were read out of.',
    id: { ...document('key')(({ key }) => key) },
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
        ...fromDocument('publisher')(({ publisher }, _args, { loaders }: Context) =>
          publisher === null ? null : (loaders.entity(publisher) as never),
        ),
      }),
      basedOn: t.field({
        type: ['Company'],
        description: 'The outlets whose reporting it relays.',
        ...fromDocument('basedOn')(
          ({ basedOn }, _args, { loaders }: Context) =>
            Promise.all(
              basedOn.map((key) => loaded(loaders.entity(key), `entity ${key}`)),
            ) as never,
        ),
      }),
      statements: t.field({
        type: statements,
        description: 'What was read out of it, in its own order.',
        complexity: pageCost,
        args: statementArguments(t.arg, parts),
        ...fromDocument('key')(({ key }, args: object, context: Context) =>
          statementsOf(context, 'document', key, args),
        ),
      }),
      entities: t.field({
        type: entities,
        description: 'What its statements mention.',
        complexity: pageCost,
        args: {
          filter: t.arg({ type: inputs.EntityFilter, description: 'Which entities.' }),
          ...pageArguments(t.arg),
        },
        ...fromDocument('key')(({ key }, args: EntitiesArguments, context: Context) => {
          const filter = args.filter ? entityFilter(args.filter, ontology) : undefined;
          const byName = [{ field: 'NAME', direction: 'ASC' as const }];
          const source = mentionedList({ ontology, filter, orders: byName });
          return listPage(context, source, { identity: filter, parent: key }, args, defaultPage);
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
      resolve: (_root, args, context) => {
        const filter = args.filter
          ? documentFilter(args.filter as DocumentFilterInput, ontology)
          : undefined;
        const order = distinctOrders(args.orderBy ?? [{ field: 'PUBLISHED', direction: 'DESC' }]);
        const source = documentList({ filter, orders: order });
        const place = { identity: [filter, order], parent: null };
        return listPage(context, source, place, args, defaultPage);
      },
    }),
  );
}
