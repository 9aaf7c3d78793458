import { context, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';
import { ATTR_ERROR_TYPE } from '@opentelemetry/semantic-conventions';
import { type ExecutionResult, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../../../schema/graphql/context.ts';
import { codeOf } from '../../guards/masking.ts';
import type { Observed } from '../observe-operations.ts';

/** A span for each operation that runs; of a subscription, for its start. */
export function traceOperations(tracer: Tracer): Plugin<Context> {
  const spanOf = (operation: ReturnType<typeof getOperationAST>, observed: Observed) =>
    tracer.startSpan(operation?.operation ?? 'operation', {
      attributes: {
        'graphql.operation.type': operation?.operation,
        'graphql.operation.name': operation?.name?.value,
        'claimgraph.request.id': observed.operation?.request,
        'claimgraph.caller': observed.caller?.name,
        'claimgraph.cost': observed.operation?.cost ?? undefined,
      },
    });
  return {
    onExecute({ args, executeFn, setExecuteFn }) {
      const operation = getOperationAST(args.document, args.operationName);
      const span = spanOf(operation, args.contextValue as Observed);
      const inside = trace.setSpan(context.active(), span);
      setExecuteFn(async (given) => {
        try {
          const result = await context.with(inside, () => executeFn(given));
          const [error] = (result as ExecutionResult).errors ?? [];
          if (error) {
            span.setStatus({ code: SpanStatusCode.ERROR });
            span.setAttribute(ATTR_ERROR_TYPE, codeOf(error));
          }
          return result;
        } finally {
          span.end();
        }
      });
    },
    onSubscribe({ args, subscribeFn, setSubscribeFn }) {
      const operation = getOperationAST(args.document, args.operationName);
      const span = spanOf(operation, args.contextValue as Observed);
      const inside = trace.setSpan(context.active(), span);
      setSubscribeFn(async (given) => {
        try {
          return await context.with(inside, () => subscribeFn(given));
        } finally {
          span.end();
        }
      });
    },
  };
}
