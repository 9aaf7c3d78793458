import type { ArgBuilder, ObjectRef } from '@pothos/core';
import { z } from 'zod';
import { UserInputError } from '../../src/errors.ts';
import type { Page, PageArguments, UncountedPage } from '../../src/graph/lists.ts';
import type { Order } from '../../src/graph/orders.ts';
import type { Builder, GraphTypes } from './builder.ts';
import { defaultPage, maximalPage } from './limits.ts';
import { atOnce } from './selection/needs.ts';

type Types = PothosSchemaTypes.ExtendDefaultTypes<GraphTypes>;
export type Arguments = ArgBuilder<Types>;
export type Fields<Shape> = PothosSchemaTypes.ObjectFieldBuilder<Types, Shape>;

const pageSize = z
  .number()
  .min(0, 'at least 0')
  .max(maximalPage, `at most ${maximalPage} on one page`)
  .nullish();
const cursor = z.string().max(2_000, 'no cursor is as long as that').nullish();

/** `first`, `after`, `last` and `before`: both directions. */
export function pageArguments(arg: Arguments) {
  return {
    ...forwardArguments(arg),
    last: arg.int({
      description: 'How many, counted from the end or from before a cursor.',
      validate: pageSize,
    }),
    before: arg.string({ description: 'A cursor: the page ends before it.', validate: cursor }),
  };
}

/** `size`: how many where nothing is said, for lists that show it in the schema; else 20. */
export function forwardArguments(arg: Arguments, size?: number) {
  return {
    first: arg.int({
      ...(size === undefined ? {} : { defaultValue: size }),
      description: `How many: ${size ?? defaultPage} if nothing is said, ${maximalPage} at most.`,
      validate: pageSize,
    }),
    after: arg.string({ description: 'A cursor: the page begins after it.', validate: cursor }),
  };
}

/** What a list costs: one, and what is asked of each row as often as there may be rows. */
export function pageCost(args: object) {
  const { first, last } = args as PageArguments;
  return { field: 1, multiplier: Math.max(1, first ?? last ?? defaultPage) };
}

export function definePageInfo(builder: Builder) {
  return builder.objectRef<UncountedPage<unknown>>('PageInfo').implement({
    description: 'Where a page lies in its list. Each answer is exact.',
    fields: (t) => ({
      hasNextPage: t.boolean({
        description: 'Whether rows follow the page.',
        ...atOnce((page: AnyPage) => page.hasNextPage(), { also: 'neighbours' }),
      }),
      hasPreviousPage: t.boolean({
        description: 'Whether rows precede the page.',
        ...atOnce((page: AnyPage) => page.hasPreviousPage(), { also: 'neighbours' }),
      }),
      startCursor: t.string({
        nullable: true,
        description: 'Cursor of the first row.',
        ...atOnce((page: AnyPage) => page.edges[0]?.cursor(), { also: 'cursors' }),
      }),
      endCursor: t.string({
        nullable: true,
        description: 'Cursor of the last row.',
        ...atOnce((page: AnyPage) => page.edges.at(-1)?.cursor(), { also: 'cursors' }),
      }),
    }),
  });
}

type AnyPage = UncountedPage<unknown>;

export type PageInfoRef = ReturnType<typeof definePageInfo>;
export type Edge<Item> = Page<Item>['edges'][number];

/**
 * `<name>Connection` and `<name>Edge`, with `totalCount`. `node` finds what an edge leads to in its
 * item; `edgeFields` are the further fields of an edge.
 */
export function defineConnection<Item>(
  builder: Builder,
  pageInfo: PageInfoRef,
  name: string,
  node: NodeOf<Item>,
  edgeFields?: (t: Fields<Edge<Item>>) => object,
) {
  return definePagedConnection<Item, Page<Item>>(builder, pageInfo, name, node, {
    edge: edgeFields,
    page: (t) => ({
      totalCount: t.int({
        description: 'Rows in the whole list; counted only when asked for.',
        ...atOnce((page: Page<Item>) => page.totalCount(), { also: 'total' }),
      }),
    }),
  });
}

interface FurtherFields<Item, PageOf> {
  readonly edge?: ((t: Fields<Edge<Item>>) => object) | undefined;
  readonly page: (t: Fields<PageOf>) => object;
}

/** The same, with other fields of the page than `totalCount`. */
export function definePagedConnection<Item, PageOf extends UncountedPage<Item>>(
  builder: Builder,
  pageInfo: PageInfoRef,
  name: string,
  node: NodeOf<Item>,
  further: FurtherFields<Item, PageOf>,
) {
  const edge = builder.objectRef<Edge<Item>>(`${name}Edge`).implement({
    description: `A row of ${name}Connection.`,
    fields: (t) => ({
      cursor: t.string({
        description: 'Where the row lies in the list.',
        ...atOnce((row: Edge<Item>) => row.cursor(), { also: 'cursors' }),
      }),
      node: t.field({
        type: node.type,
        description: 'What stands in the row.',
        ...atOnce(({ item }: Edge<Item>) => node.of(item) as never),
      }),
      ...further.edge?.(t),
    }),
  });
  return builder.objectRef<PageOf>(`${name}Connection`).implement({
    description: 'A page of a list.',
    fields: (t) => ({
      edges: t.field({
        type: [edge],
        description: 'The rows, with cursors.',
        complexity: { field: 1, multiplier: 1 },
        ...atOnce((page: PageOf) => page.edges),
      }),
      nodes: t.field({
        type: [node.type],
        description: 'What stands in the rows.',
        complexity: { field: 1, multiplier: 1 },
        ...atOnce((page: PageOf) => page.edges.map(({ item }) => node.of(item)) as never),
      }),
      pageInfo: t.field({
        type: pageInfo,
        description: 'Where the page lies in the list.',
        ...atOnce((page: PageOf) => page),
      }),
      ...further.page(t),
    }),
  });
}

export interface NodeOf<Item> {
  readonly type: keyof GraphTypes['Objects'] | 'Entity' | ObjectRef<Types, unknown>;
  readonly of: (item: Item) => unknown;
}

/** Throws {@link UserInputError} where a column stands twice: the second could decide nothing. */
export function distinctOrders(orders: readonly Order[]): readonly Order[] {
  const fields = orders.map(({ field }) => field);
  const twice = fields.find((field, index) => fields.indexOf(field) !== index);
  if (twice) throw new UserInputError(`'orderBy' names ${twice} twice. Name it once.`);
  return orders;
}
