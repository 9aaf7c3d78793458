import type { PageArguments } from '../../src/graph/lists.ts';
import type { Order } from '../../src/graph/orders.ts';
import type { StatementRow } from '../../src/graph/rows/statement.ts';
import {
  type StatementList,
  type StatementScope,
  statementList,
} from '../../src/graph/sources/statements.ts';
import {
  type Arguments,
  defineConnection,
  distinctOrders,
  pageArguments,
  pageCost,
} from './connections.ts';
import { type StatementFilterInput, statementFilter } from './filter-inputs.ts';
import type { OrderInputs } from './orders.ts';
import type { Parts } from './parts.ts';
import { definePassage } from './passage.ts';
import { reads, readsId } from './reads.ts';
import type { Ask } from './selection/ask.ts';
import { leadsToList, leadsToOne, leadsToRow, leadsToRows, rootList } from './selection/leads.ts';
import { originField, statementLinks } from './statement-links.ts';
import { defineStatementValue } from './statement-value.ts';
import { languageArgument, type Wording } from './time-window.ts';
import { judgedInline, type ViewInput, viewArgument, viewOf } from './view.ts';

const statement = reads<StatementRow>();

export function defineStatement(parts: Parts, orders: OrderInputs) {
  const { builder, enums, inputs, pageInfo, View } = parts;
  const passage = definePassage(parts);
  defineStatementValue(parts);
  builder.node('Statement', {
    description: 'One claim of one document: subject – predicate → object or value.',
    id: readsId<StatementRow>('Statement')('id'),
    fields: (t) => {
      const entity = (column: 'object' | 'place' | 'comparedTo', description: string) =>
        t.field({
          type: 'Entity',
          nullable: true,
          description,
          ...leadsToRow<StatementRow>()(column, { kind: 'entity', reach: statementLinks[column] }),
        });
      return {
        subject: t.field({
          type: 'Entity',
          description: 'What it speaks of.',
          ...leadsToOne<StatementRow>()('subject', {
            kind: 'entity',
            reach: statementLinks.subject,
          }),
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
          ...leadsToRows<StatementRow>()('attributedTo', {
            ...{ kind: 'entity', reach: statementLinks.attributedTo },
          }),
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
          ...originField,
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
          ...statement('saidAt')(({ saidAt }) => saidAt),
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
          ...leadsToRow<StatementRow>()('relationId', {
            kind: 'relation',
            reach: statementLinks.relation,
          }),
        }),
        document: t.field({
          type: 'Document',
          description: 'Where it stands.',
          ...leadsToOne<StatementRow>()('document', {
            kind: 'document',
            reach: statementLinks.document,
          }),
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
      resolve: rootList((args: StatementListArguments, ask) => {
        const orders = distinctOrders(args.orderBy ?? [{ field: 'PUBLISHED', direction: 'DESC' }]);
        return (parent) => statementList(statementsAsked('all', args, orders, ask), parent);
      }),
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

interface StatementListArguments extends PageArguments {
  readonly filter?: StatementFilterInput | null | undefined;
  readonly view?: ViewInput | null | undefined;
  readonly orderBy?: readonly Order[] | null | undefined;
}

/** The statements of a parent, in the order that suits its scope. */
export function statementsOf<Row extends object>(
  scope: Exclude<StatementScope, 'all'>,
  column: keyof Row & string,
) {
  const field = scope === 'document' ? 'PASSAGE' : 'PUBLISHED';
  return leadsToList<Row>()(scope, column)<StatementListArguments, StatementRow>((args, ask) => {
    const asked = statementsAsked(scope, args, [{ field, direction: 'ASC' }], ask);
    return (parent) => statementList(asked, parent);
  }, judgedInline);
}

function statementsAsked(
  scope: StatementScope,
  { filter, view }: StatementListArguments,
  orders: readonly Order[],
  { ontology, shape }: Ask,
): StatementList {
  return {
    ...{ ontology, scope, orders, shape: shape('statement') },
    filter: filter ? statementFilter(filter, ontology) : undefined,
    view: viewOf(view, ontology),
  };
}

function inLanguage(language: Wording['language'], english: string | null, german: string | null) {
  return language === 'de' ? (german ?? english) : (english ?? german);
}
