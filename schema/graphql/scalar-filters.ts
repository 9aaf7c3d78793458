import { z } from 'zod';
import type {
  RangeFilter,
  StringFilter as StringConditions,
} from '../../src/graph/filters/scalars.ts';
import type { Builder, GraphTypes } from './builder.ts';
import type { EntityRef as EntityKey } from './global-id.ts';
import { maximalIds, maximalText } from './limits.ts';

export type InputFields = PothosSchemaTypes.InputFieldBuilder<
  PothosSchemaTypes.ExtendDefaultTypes<GraphTypes>,
  'InputObject'
>;

const text = z.string().max(maximalText).nullish();
const list = <Item extends z.ZodType>(item: Item) => z.array(item).max(maximalIds).nullish();

/** No list in a filter is longer than 100. What its items may be, their type says. */
export const listed = list(z.unknown());
/** The same for texts of a length that a filter may have. */
export const listedTexts = list(z.string().max(maximalText));

/** What filters are made of: `EntityRef`, and conditions on a text, a day and a whole number. */
export function defineScalarFilters(builder: Builder) {
  const EntityRef = builder.inputRef<EntityKey>('EntityRef').implement({
    description: 'An entity, by its id or by its key.',
    isOneOf: true,
    fields: (t) => ({
      id: t.id({ description: 'From an id field.', validate: text }),
      key: t.string({ description: 'Such as "xiaomi".', validate: text }),
    }),
  });
  const StringFilter = builder.inputRef<StringConditions>('StringFilter').implement({
    description: 'Conditions on a text, without regard to case and accents. All hold.',
    fields: (t) => ({
      eq: t.string({ description: 'Is the whole text.', validate: text }),
      in: t.stringList({
        description: 'Is one of the texts.',
        validate: listedTexts,
      }),
      contains: t.string({ description: 'Occurs in the text.', validate: text }),
      startsWith: t.string({ description: 'Begins the text.', validate: text }),
    }),
  });
  const DateFilter = builder.inputRef<RangeFilter<string>>('DateFilter').implement({
    description:
      'Conditions on a day. All hold; of a period, each holds when it holds for some day of it.',
    fields: (t) => ({
      eq: t.field({ type: 'Date', description: 'On the day.' }),
      gt: t.field({ type: 'Date', description: 'After the day.' }),
      gte: t.field({ type: 'Date', description: 'On the day or after.' }),
      lt: t.field({ type: 'Date', description: 'Before the day.' }),
      lte: t.field({ type: 'Date', description: 'On the day or before.' }),
    }),
  });
  const IntFilter = builder.inputRef<RangeFilter<number>>('IntFilter').implement({
    description: 'Conditions on a whole number. All hold.',
    fields: (t) => ({
      eq: t.int({ description: 'Equals.' }),
      gt: t.int({ description: 'Is greater.' }),
      gte: t.int({ description: 'Is greater or equal.' }),
      lt: t.int({ description: 'Is less.' }),
      lte: t.int({ description: 'Is less or equal.' }),
    }),
  });
  return { EntityRef, StringFilter, DateFilter, IntFilter };
}

export type ScalarFilters = ReturnType<typeof defineScalarFilters>;
