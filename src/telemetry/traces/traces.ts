import type { GraphQLSchema } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Context } from '../../../schema/graphql/context.ts';
import type { StatementListener } from '../../graph/statement-run.ts';
import type { Tracing } from '../settings.ts';
import { openProvider } from './provider.ts';
import { traceFields } from './trace-fields.ts';
import { type HttpHandler, traceHttp } from './trace-http.ts';
import { traceOperations } from './trace-operations.ts';
import { traceStatement } from './trace-statement.ts';

/** What makes spans of a request's parts. */
export interface Traces {
  http(handler: HttpHandler): HttpHandler;
  readonly operations: Plugin<Context>;
  readonly onStatement: StatementListener;
  /** Has the schema's fields traced from now on. */
  fields(schema: GraphQLSchema): void;
  /** Sends what is left. */
  close(): Promise<void>;
}

/** Spans that go where the OTEL_ variables of the environment say. */
export async function openTraces(tracing: Tracing, log: Logger): Promise<Traces> {
  const { tracer, close } = await openProvider(tracing, log);
  return {
    http: (handler) => traceHttp(tracer, handler),
    operations: traceOperations(tracer),
    onStatement: traceStatement(tracer),
    fields: (schema) => traceFields(tracer, schema),
    close,
  };
}
