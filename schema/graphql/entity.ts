import type { PageArguments } from '../../src/graph/lists.ts';
import type { Order } from '../../src/graph/orders.ts';
import type { EntityRow } from '../../src/graph/rows/entity.ts';
import { entityList } from '../../src/graph/sources/entities.ts';
import type { Direction } from '../../src/graph/traversal.ts';
import { distinctOrders, pageArguments, pageCost } from './connections.ts';
import {
  type EntityFilterInput,
  entityFilter,
  type RelationFilterInput,
  relationFilter,
} from './filter-inputs.ts';
import type { EntityConnection } from './node.ts';
import type { OrderInputs } from './orders.ts';
import type { Parts } from './parts.ts';
import { reads } from './reads.ts';
import { defineRelatedConnection, relatedUnder } from './related.ts';
import { leadsToList, rootList } from './selection/leads.ts';
import { type StatementConnection, statementArguments, statementsOf } from './statement.ts';
import { languageArgument, type Wording } from './time-window.ts';
import { type ViewInput, viewArgument, viewOf } from './view.ts';

const entity = reads<EntityRow>();

/** The English name, else the German one: at least one is there. */
function nameIn(row: Pick<EntityRow, 'nameEn' | 'nameDe' | 'key'>, language: Wording['language']) {
  return (language === 'de' ? row.nameDe : row.nameEn) ?? row.nameEn ?? row.nameDe ?? row.key;
}

export function defineEntity(
  parts: Parts,
  orders: OrderInputs,
  statements: StatementConnection,
  entities: EntityConnection,
) {
  const { builder, ontology, enums, inputs, View } = parts;
  const related = defineRelatedConnection(parts, 'Entity');
  builder.interfaceType('Entity', {
    description: 'Something that statements speak of.',
    interfaces: [builder.nodeInterfaceRef()],
    resolveType: ({ label }) => label,
    fields: (t) => ({
      key: t.string({
        description: 'A name for use in queries: unique, readable, and stable.',
        ...entity('key')(({ key }) => key),
      }),
      type: t.field({
        type: enums.EntityType,
        description: 'Its type.',
        ...entity('label')(({ label }) => label),
      }),
      name: t.string({
        description: 'Its name in a language, else in the other one.',
        args: { language: languageArgument(t.arg, enums) },
        ...entity('nameEn', 'nameDe', 'key')((row, { language }: Wording) => nameIn(row, language)),
      }),
      aliases: t.stringList({
        description: 'Other names, in any script.',
        ...entity('aliases')(({ aliases }) => aliases),
      }),
      description: t.string({
        nullable: true,
        description: 'What it is, in a line.',
        args: { language: languageArgument(t.arg, enums) },
        ...entity(
          'descriptionEn',
          'descriptionDe',
        )((row, { language }: Wording) =>
          language === 'de'
            ? (row.descriptionDe ?? row.descriptionEn)
            : (row.descriptionEn ?? row.descriptionDe),
        ),
      }),
      sameAs: t.field({
        type: ['URL'],
        description: 'Addresses of the same thing elsewhere.',
        ...entity('sameAs')(({ sameAs }) => sameAs),
      }),
      relations: t.field({
        type: related,
        description: 'One hop, over relations of any type.',
        complexity: pageCost,
        args: {
          filter: t.arg({ type: inputs.RelationFilter, description: 'Which relations.' }),
          direction: t.arg({
            type: enums.Direction,
            defaultValue: 'BOTH',
            description: 'Which way.',
          }),
          orderBy: t.arg({
            type: [orders.RelationOrder],
            description: 'By type, if nothing is said.',
          }),
          view: viewArgument(t.arg, View),
          ...pageArguments(t.arg),
        },
        ...leadsToList<EntityRow>()('entity', 'key')((args: RelationsArguments, ask) => {
          const list = {
            direction: args.direction ?? 'BOTH',
            relation: args.filter ? relationFilter(args.filter, ontology) : undefined,
            view: viewOf(args.view, ontology),
            orderBy: {
              of: 'relation' as const,
              orders: distinctOrders(args.orderBy ?? [{ field: 'TYPE', direction: 'ASC' }]),
            },
          };
          return relatedUnder(list, ask);
        }),
      }),
      statements: t.field({
        type: statements,
        description: 'The statements that mention it, in order of publication.',
        complexity: pageCost,
        args: statementArguments(t.arg, parts),
        ...statementsOf<EntityRow>('entity', 'key'),
      }),
    }),
  });
  builder.queryField('entities', (t) =>
    t.field({
      type: entities,
      description: 'All entities, of any type; under a view, those that are known.',
      complexity: pageCost,
      args: {
        filter: t.arg({ type: inputs.EntityFilter, description: 'Which ones.' }),
        orderBy: t.arg({ type: [orders.EntityOrder], description: 'By name, if nothing is said.' }),
        view: viewArgument(t.arg, View),
        ...pageArguments(t.arg),
      },
      resolve: entityPages(undefined),
    }),
  );
  return related;
}

export const byName: readonly Order[] = [{ field: 'NAME', direction: 'ASC' }];

export interface EntitiesArguments extends PageArguments {
  readonly filter?: EntityFilterInput | null | undefined;
  readonly view?: ViewInput | null | undefined;
  readonly orderBy?: readonly Order[] | null | undefined;
}

/** The resolver of all entities, or of all of one type. */
export function entityPages(type: string | undefined) {
  return rootList((args: EntitiesArguments, { ontology, shape }) => {
    const list = {
      ...{ ontology, type, shape: shape('entity') },
      filter: args.filter ? entityFilter(args.filter, ontology) : undefined,
      view: viewOf(args.view, ontology),
      orders: distinctOrders(args.orderBy ?? byName),
    };
    return () => entityList(list);
  });
}

interface RelationsArguments extends PageArguments {
  readonly direction?: Direction | null | undefined;
  readonly filter?: RelationFilterInput | null | undefined;
  readonly view?: ViewInput | null | undefined;
  readonly orderBy?: readonly Order[] | null | undefined;
}
