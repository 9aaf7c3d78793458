import {
  documentOrder,
  entityOrder,
  type Order,
  planOrder,
  relationOrder,
  statementOrder,
} from '../../src/graph/orders.ts';
import type { Builder } from './builder.ts';
import type { Enums } from './enums.ts';

const meanings = {
  NAME: 'By name, without regard to case and accents.',
  RELATION_COUNT: 'By how many relations there are, whatever the view.',
  STATEMENT_COUNT: 'By how many statements there are, whatever the view.',
  FIRST_REPORTED: 'By first publication, whatever the view.',
  LAST_REPORTED: 'By last publication, whatever the view.',
  DUE: 'By the day by which it is due, as best supported: the last of its time, the first where that is open; whatever the view.',
  TYPE: 'By type.',
  SOURCE_COUNT: 'By how many independent sources there are, whatever the view.',
  PUBLISHED: 'By publication of the document.',
  TIME: 'By the time that is spoken of.',
  PASSAGE: 'By place in the document.',
  TITLE: 'By title.',
} as const;

/** `EntityOrder`, `PlanOrder` …: what each list can be ordered by. */
export function defineOrders(builder: Builder, enums: Enums) {
  const order = (
    name: string,
    columns: Readonly<Partial<Record<keyof typeof meanings, unknown>>>,
  ) => {
    const OrderField = builder.enumType(`${name}Field`, {
      description: `What ${name} goes by.`,
      values: Object.fromEntries(
        Object.entries(meanings)
          .filter(([field]) => field in columns)
          .map(([field, description]) => [field, { description }]),
      ),
    });
    return builder.inputRef<Order>(name).implement({
      description: 'A column and a direction; further ones order what is equal in the first.',
      fields: (t) => ({
        field: t.field({ type: OrderField, required: true, description: 'The column.' }),
        direction: t.field({
          type: enums.SortDirection,
          required: true,
          defaultValue: 'ASC',
          description: 'The direction.',
        }),
      }),
    });
  };
  return {
    EntityOrder: order('EntityOrder', entityOrder),
    PlanOrder: order('PlanOrder', planOrder),
    RelationOrder: order('RelationOrder', relationOrder),
    StatementOrder: order('StatementOrder', statementOrder),
    DocumentOrder: order('DocumentOrder', documentOrder),
  };
}

export type OrderInputs = ReturnType<typeof defineOrders>;
