import {
  type DocumentNode,
  type ExecutionArgs,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getArgumentValues,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import type { Context } from '../../schema/graphql/context.ts';
import { type Operation, selectedFields } from '../../schema/graphql/selection/fields.ts';
import { operationBelow, remembered } from '../../schema/graphql/selection/remembered.ts';
import { type Write, writerOf } from './writer.ts';

/** A field of a query, and how its answer is written. */
export interface Root {
  /** Its name in the answer. */
  readonly key: string;
  readonly resolve: () => unknown;
  readonly write: (value: unknown) => string;
  /** From now on, the executor answers whatever asks for the same. */
  readonly giveUp: () => void;
}

/** The fields of a query, where each can be written; else null. Nothing was asked yet. */
export function rootsOf(args: ExecutionArgs): Root[] | null {
  const { schema, document, contextValue } = args;
  const operation = getOperationAST(document, args.operationName);
  const type = schema.getQueryType();
  if (operation?.operation !== 'query' || !type) return null;
  const declared = operation.variableDefinitions ?? [];
  const { coerced } = getVariableValues(schema, declared, args.variableValues ?? {});
  if (!coerced) return null;
  const query: Query = {
    ...{ schema, fragments: fragmentsOf(document), variableValues: coerced },
    ...{ operation, type, context: contextValue as Context },
  };
  const roots: Root[] = [];
  for (const [key, nodes] of fieldsOf(query)) {
    const root = rootOf(key, nodes, query);
    if (!root) return null;
    roots.push(root);
  }
  return roots;
}

interface Query extends Operation {
  readonly operation: OperationDefinitionNode;
  readonly type: GraphQLObjectType;
  readonly context: Context;
}

function fieldsOf({ type, operation, ...reading }: Query): Map<string, FieldNode[]> {
  // An operation has a selection as a field has, and nothing else of it is looked at.
  return selectedFields(type, [operation as unknown as FieldNode], reading);
}

function rootOf(key: string, nodes: readonly FieldNode[], query: Query): Root | null {
  const [node, ...others] = nodes;
  if (node?.name.value === '__typename') return named(key, query.type);
  const field = query.type.getFields()[node?.name.value ?? ''];
  // What is merged of several places is not remembered, and would be compiled at every request.
  if (!node || !field?.resolve || others.length > 0) return null;
  const { resolve } = field;
  const { context } = query;
  const info = infoOf(field, key, nodes, query);
  const writer = writerFor(field, info, context);
  const { write } = writer;
  const args = argumentsOf(field, node, query);
  if (!write || !args) return null;
  return {
    key,
    resolve: () => resolve(undefined, args, context, info),
    write: (value) => write(value, { context, info }),
    giveUp: () => {
      writer.write = null;
    },
  };
}

function named(key: string, { name }: GraphQLObjectType): Root {
  return { key, resolve: () => name, write: () => JSON.stringify(name), giveUp: () => {} };
}

/** Null where a field was written in vain. */
interface Writer {
  write: Write | null;
}

function writerFor(
  field: GraphQLField<unknown, unknown>,
  info: GraphQLResolveInfo,
  context: Context,
): Writer {
  return remembered(info, context, { what: 'writer', uses: 'below' }, () => {
    const selecting = { operation: operationBelow(info), context, info };
    return { write: writerOf(field.type, info.fieldNodes, selecting) };
  });
}

function infoOf(
  { name, type }: GraphQLField<unknown, unknown>,
  key: string,
  fieldNodes: readonly FieldNode[],
  { schema, fragments, variableValues, operation, type: parentType }: Query,
): GraphQLResolveInfo {
  return {
    ...{ fieldName: name, fieldNodes, returnType: type, parentType, schema, fragments, operation },
    ...{ path: { prev: undefined, key, typename: parentType.name }, rootValue: undefined },
    variableValues: variableValues as GraphQLResolveInfo['variableValues'],
  };
}

/** Null where they are wrong, which the executor says. */
function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  { variableValues }: Query,
): Record<string, unknown> | null {
  try {
    return getArgumentValues(field, node, variableValues);
  } catch {
    return null;
  }
}

type Fragments = Record<string, FragmentDefinitionNode>;

const known = new WeakMap<DocumentNode, Fragments>();

function fragmentsOf(document: DocumentNode): Fragments {
  const found = known.get(document) ?? {};
  if (!known.has(document)) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) found[definition.name.value] = definition;
    }
    known.set(document, found);
  }
  return found;
}
