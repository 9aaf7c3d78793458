import { bestStatement } from '../../src/graph/attribute-claims.ts';
import type { PageArguments } from '../../src/graph/lists.ts';
import type { Order } from '../../src/graph/orders.ts';
import type { EntityRow } from '../../src/graph/rows/entity.ts';
import type { Direction } from '../../src/graph/traversal.ts';
import type { AttributeDeclaration, RelationDeclaration } from '../ontology/define.ts';
import type { EntityType } from '../ontology/entities.ts';
import { claimsField } from './claims-field.ts';
import { defineConnection, distinctOrders, pageArguments, pageCost } from './connections.ts';
import { byName, entityPages } from './entity.ts';
import {
  type EntityFilterInput,
  entityFilter,
  type RelationFilterInput,
  relationFilter,
} from './filter-inputs.ts';
import type { OrderInputs } from './orders.ts';
import type { Parts } from './parts.ts';
import { definePropertyTypes } from './properties.ts';
import { reads, readsId } from './reads.ts';
import { defineRelatedConnection, type RelatedConnection, relatedUnder } from './related.ts';
import { leadsToList } from './selection/leads.ts';
import { type InView, type ViewInput, viewArgument, viewOf } from './view.ts';

/**
 * The types of the ontology, with their own properties, a connection per relation and a field per
 * attribute. Names come from data here, so this file is untyped inside: the types that the rest of
 * the schema sees come from the same declarations.
 */
export function deriveEntityTypes(parts: Parts, orders: OrderInputs, related: RelatedConnection) {
  const { builder, ontology } = parts;
  const properties = definePropertyTypes(parts);
  const targets = new Map<string, RelatedTarget>(
    Object.keys(ontology.entities).map((type) => {
      const connection = defineRelatedConnection(parts, type as EntityType) as RelatedConnection;
      const filter = parts.inputs.typedFilter(type, properties.enums.get(type) ?? {});
      return [type, { type, connection, filter, order: orderOf(type, orders) }];
    }),
  );
  const several: RelatedTarget = {
    type: 'Entity',
    connection: related,
    filter: parts.inputs.EntityFilter,
    order: orders.EntityOrder,
  };
  for (const [type, { description, properties: own, plural }] of Object.entries(
    ontology.entities,
  )) {
    builder.node(type as EntityType, {
      description,
      interfaces: ['Entity'],
      id: readsId<EntityRow>(type)('key'),
      // A row of the loader knows its type; __typename is there for Node alone.
      isTypeOf: (row) => (row as EntityRow).label === type,
    });
    for (const [name, property] of Object.entries(own)) {
      builder.objectField(type as EntityType, name as never, (t) =>
        t.field({
          type: properties.typeOf(type, name) as 'String',
          nullable: true,
          description: property.description,
          ...reads<Record<string, unknown>>()(name)((row) => row[name] as string),
        }),
      );
    }
    for (const hop of hopsOf(type, ontology.relations)) {
      const target = hop.to.length === 1 ? targets.get(hop.to[0] ?? '') : several;
      if (target) defineHop(parts, type as EntityType, hop, target);
    }
    for (const [name, attribute] of Object.entries(ontology.attributes)) {
      if (attribute.field && attribute.of.includes(type)) {
        defineAttribute(parts, type as EntityType, name, attribute);
      }
    }
    const target = targets.get(type);
    if (target) defineList(parts, type as EntityType, plural, target);
  }
}

interface RelatedTarget {
  readonly type: string;
  readonly connection: RelatedConnection;
  readonly filter: ReturnType<Parts['inputs']['typedFilter']>;
  readonly order: OrderInputs['EntityOrder'];
}

function orderOf(type: string, orders: OrderInputs) {
  return type === 'Plan' ? orders.PlanOrder : orders.EntityOrder;
}

/** A relation as seen from one of its ends. */
interface HopDeclaration {
  readonly type: string;
  readonly field: string;
  readonly direction: Direction;
  readonly to: readonly string[];
  readonly description: string;
}

function hopsOf(label: string, relations: Readonly<Record<string, RelationDeclaration>>) {
  return Object.entries(relations).flatMap(([type, relation]): HopDeclaration[] => {
    const { from, to, field, inverse, symmetric } = relation;
    const description = `${type}${symmetric ? ' (either way)' : ''}: ${relation.description}`;
    const hops: HopDeclaration[] = [];
    if (from.includes(label)) {
      hops.push({ type, field, direction: symmetric ? 'BOTH' : 'OUT', to, description });
    }
    if (inverse && to.includes(label)) {
      hops.push({
        ...{ type, field: inverse, direction: 'IN', to: from },
        description: `Inverse of ${description}`,
      });
    }
    return hops;
  });
}

interface HopArguments extends PageArguments {
  readonly filter?: EntityFilterInput | null | undefined;
  readonly relation?: RelationFilterInput | null | undefined;
  readonly view?: ViewInput | null | undefined;
  readonly orderBy?: readonly Order[] | null | undefined;
}

function defineHop(parts: Parts, on: EntityType, hop: HopDeclaration, target: RelatedTarget) {
  const { builder, ontology, inputs, View } = parts;
  builder.objectField(
    on,
    hop.field as never,
    (t) =>
      t.field({
        type: target.connection,
        description: hop.description,
        complexity: pageCost,
        args: {
          filter: t.arg({ type: target.filter, description: 'Which entities.' }),
          relation: t.arg({ type: inputs.RelationFilter, description: 'Over which relations.' }),
          orderBy: t.arg({ type: [target.order], description: 'By name, if nothing is said.' }),
          view: viewArgument(t.arg, View),
          ...pageArguments(t.arg),
        },
        ...leadsToList<EntityRow>()('entity', 'key')((args: HopArguments, ask) => {
          const list = {
            ...{ types: [hop.type], direction: hop.direction },
            otherType: hop.to.length === 1 ? hop.to[0] : undefined,
            other: args.filter ? entityFilter(args.filter, ontology) : undefined,
            relation: args.relation ? relationFilter(args.relation, ontology) : undefined,
            view: viewOf(args.view, ontology),
            orderBy: { of: 'entity' as const, orders: distinctOrders(args.orderBy ?? byName) },
          };
          return relatedUnder(list, ask);
        }),
      }) as never,
  );
}

const attributeTypes = {
  number: 'StatementValue',
  text: 'String',
  boolean: 'Boolean',
  time: 'TimeWindow',
} as const;

function defineAttribute(
  { builder, View }: Parts,
  on: EntityType,
  name: string,
  { field = '', value, description }: AttributeDeclaration,
) {
  builder.objectField(
    on,
    field as never,
    (t) =>
      t.field({
        type: attributeTypes[value.kind],
        nullable: true,
        description: `${name}, as best supported. ${description}`,
        args: { view: viewArgument(t.arg, View) },
        ...claimsField<never, InView>(
          () => [name],
          (claims) => {
            const best = bestStatement(claims, name);
            return (value.kind === 'number' ? best?.value : best?.value?.[value.kind]) as never;
          },
        ),
      }) as never,
  );
}

function defineList(parts: Parts, type: EntityType, plural: string, target: RelatedTarget) {
  const { builder, pageInfo, View } = parts;
  const connection = defineConnection<EntityRow>(builder, pageInfo, type, {
    type,
    of: (row) => row,
  });
  builder.queryField(plural, (t) =>
    t.field({
      type: connection,
      description: `All ${plural}; under a view, those that are known.`,
      complexity: pageCost,
      args: {
        filter: t.arg({ type: target.filter, description: 'Which ones.' }),
        orderBy: t.arg({ type: [target.order], description: 'By name, if nothing is said.' }),
        view: viewArgument(t.arg, View),
        ...pageArguments(t.arg),
      },
      resolve: entityPages(type) as never,
    }),
  );
}
