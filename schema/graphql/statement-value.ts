import type { ValueRow } from '../../src/graph/rows/statement.ts';
import type { Parts } from './parts.ts';
import { reads } from './reads.ts';

const value = reads<ValueRow>();

export function defineStatementValue({ builder }: Parts) {
  builder.objectType('StatementValue', {
    description: 'What a statement says of an attribute. Only what it says is there.',
    fields: (t) => ({
      text: t.string({
        nullable: true,
        description: 'In words.',
        ...value('text')(({ text }) => text),
      }),
      number: t.float({
        nullable: true,
        description: 'One number.',
        ...value('number')(({ number }) => number),
      }),
      min: t.float({
        nullable: true,
        description: 'At least this: of "more than 100", 100.',
        ...value('min')(({ min }) => min),
      }),
      max: t.float({
        nullable: true,
        description: 'At most this: of "top five", 5.',
        ...value('max')(({ max }) => max),
      }),
      unit: t.string({
        nullable: true,
        description: 'ISO 4217 for money, else a word.',
        ...value('unit')(({ unit }) => unit),
      }),
      boolean: t.boolean({
        nullable: true,
        description: 'Yes or no.',
        ...value('boolean')(({ boolean }) => boolean),
      }),
      time: t.field({
        type: 'TimeWindow',
        nullable: true,
        description: 'A time.',
        ...value('time')(({ time }) => time),
      }),
      approximate: t.boolean({
        description: 'Whether the number is said to be about right only.',
        ...value('approximate')(({ approximate }) => approximate),
      }),
    }),
  });
}
