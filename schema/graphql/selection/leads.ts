import type { GraphQLResolveInfo } from 'graphql';
import { z } from 'zod';
import { compileCypher, cypher, variable } from '../../../src/graph/cypher.ts';
import {
  type ListBelow,
  type ListUnder,
  listPage,
  type Page,
  type PageArguments,
  pageRequest,
} from '../../../src/graph/lists.ts';
import { rowsByKey } from '../../../src/graph/loaders.ts';
import type { ParentKind } from '../../../src/graph/parents.ts';
import type { CompiledQuestion } from '../../../src/graph/question.ts';
import type { RowKind, Rows } from '../../../src/graph/rows/kinds.ts';
import { pageBranch } from '../../../src/graph/select/page-branch.ts';
import {
  type Place,
  placedBranch,
  type Reach,
  rowBranch,
  rowsBranch,
} from '../../../src/graph/select/row-branch.ts';
import type { Context } from '../context.ts';
import { defaultPage, maximalPage } from '../limits.ts';
import { loaded } from '../loaded.ts';
import type { Ask, BranchMaker } from './ask.ts';
import { askOfField, placeOf } from './asking-field.ts';
import { orHeld } from './or-held.ts';
import { remembered } from './remembered.ts';

interface Lead<Kind extends RowKind> {
  readonly kind: Kind;
  readonly reach: Reach;
}

interface PlacedLead<Kind extends RowKind> {
  readonly kind: Kind;
  readonly place: Place;
}

/**
 * A field that leads to one row, whose key stands in a column; null where there is none. `Shown` is
 * what the field's type takes the row for, where that is narrower than the kind.
 */
export function leadsToRow<Row extends object, Shown = never>() {
  return <Column extends keyof Row & string, Kind extends RowKind>(
    column: Column,
    lead: Lead<Kind> | PlacedLead<Kind>,
  ) => ({
    extensions: { follows: [column], branch: rowMaker(lead) },
    resolve: orHeld<Row, unknown, As<Shown, Rows[Kind]> | null>((row, _args, context, info) => {
      const key = row[column] as string | null;
      return key === null ? null : (rowAt(lead.kind, key, context, info) as never);
    }),
  });
}

type As<Shown, Row> = [Shown] extends [never] ? Row : Shown;

/** A field that leads to a row that must be there. */
export function leadsToOne<Row extends object>() {
  return <Column extends keyof Row & string, Kind extends RowKind>(
    column: Column,
    lead: Lead<Kind> | PlacedLead<Kind>,
  ) => {
    const { extensions, resolve } = leadsToRow<Row>()(column, lead);
    return {
      extensions,
      resolve: (row: Row, args: unknown, context: Context, info: GraphQLResolveInfo) =>
        loaded(resolve(row, args, context, info), () => `${lead.kind} ${String(row[column])}`),
    };
  };
}

/** A field that leads to several rows, whose keys stand in a column. */
export function leadsToRows<Row extends object, Shown = never>() {
  return <Column extends keyof Row & string, Kind extends RowKind>(
    column: Column,
    { kind, reach }: Lead<Kind>,
  ) => {
    const branch: BranchMaker = (_args, ask) => rowsBranch(ask.shape(kind), variable(kind), reach);
    return {
      extensions: { follows: [column], branch },
      resolve: orHeld<Row, unknown, As<Shown, Rows[Kind]>[]>(
        (row, _args, context, info) =>
          Promise.all(
            (row[column] as readonly string[]).map((key) =>
              loaded(rowAt(kind, key, context, info), () => `${kind} ${key}`),
            ),
          ) as never,
      ),
    };
  };
}

function rowMaker<Kind extends RowKind>(lead: Lead<Kind> | PlacedLead<Kind>): BranchMaker {
  const { kind } = lead;
  return (_args, ask) =>
    'place' in lead
      ? placedBranch(ask.shape(kind), variable(kind), lead.place)
      : rowBranch(ask.shape(kind), variable(kind), lead.reach);
}

/** One row with what the fields below ask of it; null where there is none. */
export function rowAt<Kind extends RowKind>(
  kind: Kind,
  key: string,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Rows[Kind] | null> {
  return context.loaders.row(kind, key, placeOf(info), () =>
    remembered(info, context, { what: kind, uses: 'below' }, () =>
      rowsByKey(kind, askOfField(info, context).shape(kind)),
    ),
  );
}

/** What a field's arguments make of a list, and of the fields below it. */
export type ListMaker<Args, Item> = (args: Args, ask: Ask) => ListUnder<Item>;

/** Whether a list may be answered together with the row that it hangs on. */
type Inline<Args> = (args: Args, ask: Ask) => boolean;

/** A field that leads to a page of a list that hangs on its row. */
export function leadsToList<Row extends object>() {
  return <Column extends keyof Row & string>(
    kind: ParentKind,
    column: Column,
    size = defaultPage,
  ) =>
    <Args extends PageArguments, Item>(
      list: ListMaker<Args, Item>,
      inline: Inline<NoInfer<Args>> = () => true,
    ) => {
      const branch: BranchMaker = (args: Args, ask) =>
        isOnePage(args) && inline(args, ask) ? pageAsked(list(args, ask), args, size, ask) : null;
      return {
        extensions: { follows: [column], branch },
        resolve: orHeld<Row, Args, Page<Item>>((row, args, context, info) => {
          const parent = { kind, key: String(row[column]) };
          const place = { identity: [args, placeOf(info)], parent };
          return listPage(context, underParent(list, args, context, info), place, args, size);
        }),
      };
    };
}

/** A field that leads to all rows of a list that hangs on its row: a short one, without pages. */
export function leadsToAll<Row extends object>() {
  return <Column extends keyof Row & string>(kind: ParentKind, column: Column) =>
    <Args, Item>(list: ListMaker<Args, Item>, inline: Inline<NoInfer<Args>> = () => true) => {
      const all = Number.POSITIVE_INFINITY;
      const branch: BranchMaker = (args: Args, ask) => {
        if (!inline(args, ask)) return null;
        const { value, read } = pageAsked(list(args, ask), {}, all, ask);
        return { value, read: (raw) => itemsOf(read(raw) as Page<Item>) };
      };
      return {
        extensions: { follows: [column], branch },
        resolve: orHeld<Row, Args, Item[]>(async (row, args, context, info) => {
          const parent = { kind, key: String(row[column]) };
          const place = { identity: [args, placeOf(info)], parent };
          const under = underParent(list, args, context, info);
          return itemsOf(await listPage(context, under, place, {}, all));
        }),
      };
    };
}

/** What a list that loads by itself compiles to: the same for every parent in its place. */
function underParent<Args, Item>(
  list: ListMaker<Args, Item>,
  args: Args,
  context: Context,
  info: GraphQLResolveInfo,
): ListBelow<Item> {
  return remembered(info, context, { what: 'list', uses: 'whole' }, () => {
    const above = variable('parent');
    const source = list(args, askOfField(info, context))(above);
    return { above, source };
  });
}

function itemsOf<Item>({ edges }: Page<Item>): Item[] {
  return edges.map(({ item }) => item);
}

/** A larger one is refused, with its reason, where the field is resolved. */
function isOnePage({ first, last }: PageArguments): boolean {
  return (first ?? 0) <= maximalPage && (last ?? 0) <= maximalPage;
}

function pageAsked<Item>(under: ListUnder<Item>, args: PageArguments, size: number, ask: Ask) {
  const page = pageRequest(under(variable('parent')).columns, args, size);
  return pageBranch(under, page, {
    cursors: ask.also('cursors'),
    neighbours: ask.also('neighbours'),
    total: ask.also('total'),
  });
}

/** The resolver of a list at the root. */
export function rootList<Args extends PageArguments, Item>(list: ListMaker<Args, Item>) {
  return async (
    _root: unknown,
    args: Args,
    context: Context,
    info: GraphQLResolveInfo,
  ): Promise<Page<Item>> => {
    const question = remembered(
      info,
      context,
      { what: 'list', uses: 'whole' },
      (): CompiledQuestion<Page<Item>> => {
        const ask = askOfField(info, context);
        const { value, read } = pageAsked(list(args, ask), args, defaultPage, ask);
        return {
          ...{ name: `list: ${info.fieldName}`, row: z.custom<Page<Item>>() },
          ...compileCypher(cypher`RETURN ${value(cypher`null`)} AS page`),
          read: ({ page }) => read(page) as Page<Item>,
        };
      },
    );
    const [page] = await context.client.read(question);
    return page as Page<Item>;
  };
}
