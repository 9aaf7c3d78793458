import { complexityFromQuery } from '@pothos/plugin-complexity';
import {
  type DocumentNode,
  type ExecutionArgs,
  GraphQLError,
  getOperationAST,
  Kind,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../../schema/graphql/context.ts';

/**
 * `GraphQL-Cost: report` adds to an answer what it may have cost, `GraphQL-Cost: validate` says it
 * without an answer. It counts objects, as the limit does: `extensions.cost`.
 */
export function costReport(): Plugin<Context> {
  return {
    onExecute({ args, setResultAndStopExecution }) {
      const { request, maximalCost } = args.contextValue;
      const wish = request.headers.get('graphql-cost');
      if (wish !== 'report' && wish !== 'validate') return undefined;
      const requestedQueryCost = costOf(args);
      // Its execution says what is wrong with the variables.
      if (requestedQueryCost === null) return undefined;
      const cost = { requestedQueryCost, maximumAvailable: maximalCost };
      if (wish === 'validate') {
        setResultAndStopExecution({ extensions: { cost } } as never);
        return undefined;
      }
      return {
        onExecuteDone({ result, setResult }) {
          if (Symbol.asyncIterator in result) return;
          setResult({ ...result, extensions: { ...result.extensions, cost } });
        },
      };
    },
  };
}

/** Objects that an operation may ask for; null if its variables are not of their types. */
export function costOf(args: ExecutionArgs): number | null {
  const { schema, document, operationName, contextValue, variableValues } = args;
  try {
    const { complexity } = complexityFromQuery(only(document, operationName), {
      ...{ schema, ctx: contextValue as object, variables: variableValues ?? {} },
    });
    return complexity;
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}

/** The document with the operation that runs as its only one: the cost of the first is counted. */
function only(document: DocumentNode, name: string | null | undefined): DocumentNode {
  const operation = getOperationAST(document, name);
  const definitions = document.definitions.filter(
    (definition) => definition.kind === Kind.FRAGMENT_DEFINITION || definition === operation,
  );
  return { ...document, definitions };
}
