import type { ExecutionArgs } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../../schema/graphql/context.ts';
import type { Admitted } from '../access/entrance.ts';
import { costOf } from '../guards/cost.ts';
import type { OperationListener } from './operation-run.ts';
import { requestIdHeader, requestIdOf } from './request-id.ts';
import { RunningOperation } from './running-operation.ts';

/** What is left for those behind it, in Yoga's own context of a request. */
export interface Observed extends Admitted {
  operation?: RunningOperation;
}

/**
 * Gives each request an id, which goes back in its answer, and tells of each operation once it is answered or
 * refused. Comes before all that may refuse one.
 */
export function observeOperations(listeners: readonly OperationListener[]): Plugin<Context> {
  const runs = ({ document, operationName, contextValue, ...args }: ExecutionArgs) => {
    const { operation } = contextValue as Observed;
    if (!operation || listeners.length === 0) return;
    operation.runs(document, operationName);
    operation.cost = costOf({ document, operationName, contextValue, ...args });
  };
  return {
    onRequestParse({ request, serverContext }) {
      (serverContext as Observed).operation = new RunningOperation(requestIdOf(request));
    },
    onParams({ context }) {
      const { operation } = context as Observed;
      if (operation) operation.isAsked = true;
    },
    onExecute: ({ args }) => runs(args),
    onSubscribe: ({ args }) => runs(args),
    onResultProcess({ result, serverContext }) {
      if ('errors' in result && result.errors) {
        (serverContext as Observed).operation?.failed(result.errors);
      }
    },
    onResponse({ response, serverContext }) {
      const { operation, caller } = serverContext as Observed;
      if (!operation) return;
      response.headers.set(requestIdHeader, operation.request);
      if (!operation.isAsked || listeners.length === 0) return;
      const run = operation.ended(caller?.name ?? null, response.status);
      for (const listener of listeners) listener(run);
    },
  };
}
