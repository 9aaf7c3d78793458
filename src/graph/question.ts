import type { z } from 'zod';
import { type CompiledCypher, type Cypher, compileCypher } from './cypher.ts';

/** One way of asking the database: a name for the log, Cypher from arguments, the rows it answers. */
export interface Question<Arguments, Row> {
  readonly name: string;
  readonly row: z.ZodType<Row>;
  readonly ask: (args: Arguments) => Cypher;
  /** Makes a row of what the database returns, where that travels in another form. */
  readonly read?: (record: RawRecord, args: Arguments) => Row;
}

type RawRecord = Readonly<Record<string, unknown>>;

export interface CompiledQuestion<Row> extends CompiledCypher {
  readonly name: string;
  readonly row: z.ZodType<Row>;
  readonly read?: (record: RawRecord) => Row;
}

export function question<Arguments, Row>(
  definition: Question<Arguments, Row>,
): Question<Arguments, Row> {
  return definition;
}

export function compileQuestion<Arguments, Row>(
  { name, row, ask, read }: Question<Arguments, Row>,
  args: Arguments,
): CompiledQuestion<Row> {
  return {
    ...{ name, row, ...compileCypher(ask(args)) },
    ...(read ? { read: (record) => read(record, args) } : {}),
  };
}
