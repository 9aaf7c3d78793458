import { listPage, type PageArguments } from '../../src/graph/lists.ts';
import type { Order } from '../../src/graph/orders.ts';
import type { StatementRow } from '../../src/graph/rows/statement.ts';
import { type StatementScope, statementList } from '../../src/graph/sources/statements.ts';
import {
  type Arguments,
  defineConnection,
  distinctOrders,
  pageArguments,
  pageCost,
} from './connections.ts';
import type { Context } from './context.ts';
import { type StatementFilterInput, statementFilter } from './filter-inputs.ts';
import { defaultPage } from './limits.ts';
import { loaded } from './loaded.ts';
import { asNode } from './node.ts';
import type { OrderInputs } from './orders.ts';
import type { Parts } from './parts.ts';
import { definePassage } from './passage.ts';
import { follows, reads } from './reads.ts';
import { defineStatementValue } from './statement-value.ts';
import { languageArgument, type Wording } from './time-window.ts';
import { type InView, viewArgument, viewOf } from './view.ts';

const statement = reads<StatementRow>();
const fromStatement = follows<StatementRow>();

export function defineStatement(parts: Parts, orders: OrderInputs) {
  const { builder, ontology, enums, inputs, pageInfo, View } = parts;
  const passage = definePassage(parts);
  defineStatementValue(parts);
  builder.node('Statement', {
    description: 'One claim of one document: subject – predicate → object or value.',
    id: { ...statement('id')(({ id }) => id) },
    fields: (t) => {
      const entity = (column: 'object' | 'place' | 'comparedTo', description: string) =>
        t.field({
          type: 'Entity',
          nullable: true,
          description,
          ...fromStatement(column)((row, _args, { loaders }: Context) => {
            const key = row[column];
            return key === null ? null : loaders.entity(key);
          }),
        });
      return {
        subject: t.field({
          type: 'Entity',
          description: 'What it speaks of.',
          ...fromStatement('subject')(({ subject }, _args, { loaders }: Context) =>
            loaded(loaders.entity(subject), `entity ${subject}`),
          ),
        }),
        predicate: t.field({
          type: enums.Predicate,
          description: 'What it says of it.',
          ...statement('predicate')(({ predicate }) => predicate),
        }),
        object: entity('object', 'The other end, where the predicate is a type of relation.'),
        value: t.field({
          type: 'StatementValue',
          nullable: true,
          description: 'The value, where the predicate is an attribute.',
          ...statement('value')((row) => row.value),
        }),
        modality: t.field({
          type: enums.Modality,
          description: 'How the document vouches for it.',
          ...statement('modality')(({ modality }) => modality),
        }),
        polarity: t.field({
          type: enums.Polarity,
          description: 'Whether it affirms or denies.',
          ...statement('polarity')(({ polarity }) => polarity),
        }),
        role: t.string({
          nullable: true,
          description: 'In which role the subject is related to the object.',
          ...statement('role')(({ role }) => role),
        }),
        place: entity('place', 'Where it holds, if it is said of a place only.'),
        scope: t.string({
          nullable: true,
          description: 'What is counted or ranked.',
          ...statement('scope')(({ scope }) => scope),
        }),
        comparedTo: entity('comparedTo', 'What the subject is compared to.'),
        attributedTo: t.field({
          type: ['Entity'],
          description: 'The speakers that are named.',
          ...fromStatement('attributedTo')(({ attributedTo }, _args, { loaders }: Context) =>
            Promise.all(attributedTo.map((key) => loaded(loaders.entity(key), `entity ${key}`))),
          ),
        }),
        attribution: t.string({
          nullable: true,
          description: 'The speakers that are not named, in words: insiders.',
          args: { language: languageArgument(t.arg, enums) },
          ...statement(
            'attributionEn',
            'attributionDe',
          )((row, { language }: Wording) =>
            inLanguage(language, row.attributionEn, row.attributionDe),
          ),
        }),
        origin: t.field({
          type: builder.nodeInterfaceRef(),
          nullable: true,
          description: 'Where it goes back to: the outlet relayed, the publisher, or the document.',
          ...fromStatement(
            'origin',
            'document',
          )(async (row, _args, { loaders }: Context) => {
            if (row.origin === null)
              return asNode('Document', await loaders.document(row.document));
            const outlet = await loaders.entity(row.origin);
            return outlet && asNode(outlet.label, outlet);
          }),
        }),
        time: t.field({
          type: 'TimeWindow',
          nullable: true,
          description: 'When it is said to hold, or to have taken place.',
          ...statement('time')(({ time }) => time),
        }),
        saidAt: t.field({
          type: 'TimeWindow',
          nullable: true,
          description:
            'When it was said: with the publication of the document, if nothing is said.',
          ...fromStatement(
            'saidAt',
            'document',
          )(
            async ({ saidAt, document }, _args, { loaders }: Context) =>
              saidAt ?? (await loaders.document(document))?.publishedAt,
          ),
        }),
        summary: t.string({
          nullable: true,
          description: 'In our own words.',
          args: { language: languageArgument(t.arg, enums) },
          ...statement(
            'summaryEn',
            'summaryDe',
          )((row, { language }: Wording) => inLanguage(language, row.summaryEn, row.summaryDe)),
        }),
        relation: t.field({
          type: 'Relation',
          nullable: true,
          description: 'The relation that it backs; null for a value and for a denial.',
          ...fromStatement('relationId')(({ relationId }, _args, { loaders }: Context) =>
            relationId === null ? null : loaders.relation(relationId),
          ),
        }),
        document: t.field({
          type: 'Document',
          description: 'Where it stands.',
          ...fromStatement('document')(({ document }, _args, { loaders }: Context) =>
            loaded(loaders.document(document), `document ${document}`),
          ),
        }),
        passage: t.field({
          type: passage,
          nullable: true,
          description: 'Where in the document.',
          ...statement(
            'passage',
            'document',
          )((row) => (row.passage ? { ...row.passage, document: row.document } : null)),
        }),
      };
    },
  });

  const connection = defineConnection<StatementRow>(builder, pageInfo, 'Statement', {
    type: 'Statement',
    of: (row) => row,
  });
  builder.queryField('statements', (t) =>
    t.field({
      type: connection,
      description: 'All statements, of any document.',
      complexity: pageCost,
      args: {
        filter: t.arg({ type: inputs.StatementFilter, description: 'Which statements.' }),
        orderBy: t.arg({
          type: [orders.StatementOrder],
          description: 'By publication, the latest first, if nothing is said.',
        }),
        view: viewArgument(t.arg, View),
        ...pageArguments(t.arg),
      },
      resolve: (_root, args, context) => {
        const filter = args.filter
          ? statementFilter(args.filter as StatementFilterInput, ontology)
          : undefined;
        const order = distinctOrders(args.orderBy ?? [{ field: 'PUBLISHED', direction: 'DESC' }]);
        const view = viewOf(args.view, ontology);
        const source = statementList({ ontology, scope: 'all', filter, view, orders: order });
        const place = { identity: [filter, view, order], parent: null };
        return listPage(context, source, place, args, defaultPage);
      },
    }),
  );
  return connection;
}

export type StatementConnection = ReturnType<typeof defineStatement>;

/** The arguments of a list of statements under a parent. */
export function statementArguments(arg: Arguments, { inputs, View }: Parts) {
  return {
    filter: arg({ type: inputs.StatementFilter, description: 'Which statements.' }),
    view: viewArgument(arg, View),
    ...pageArguments(arg),
  };
}

/** A page of the statements of one parent, in the order that suits its scope. */
export function statementsOf(
  context: Context,
  scope: Exclude<StatementScope, 'all'>,
  parent: string,
  args: PageArguments & InView & { readonly filter?: StatementFilterInput | null | undefined },
) {
  const { ontology } = context;
  const filter = args.filter ? statementFilter(args.filter, ontology) : undefined;
  const field = scope === 'document' ? 'PASSAGE' : 'PUBLISHED';
  const view = viewOf(args.view, ontology);
  const orders: Order[] = [{ field, direction: 'ASC' }];
  const source = statementList({ ontology, scope, filter, view, orders });
  return listPage(context, source, { identity: [filter, view], parent }, args, defaultPage);
}

function inLanguage(language: Wording['language'], english: string | null, german: string | null) {
  return language === 'de' ? (german ?? english) : (english ?? german);
}
