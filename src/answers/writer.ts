import {
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  getArgumentValues,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Context } from '../../schema/graphql/context.ts';
import { type Operation, selectedFields } from '../../schema/graphql/selection/fields.ts';
import { needsOf } from '../../schema/graphql/selection/needs.ts';
import { heldAnswer } from '../graph/select/branch.ts';
import { isGuarded, mappedArguments } from './guarded.ts';
import { leafWriter } from './leaves.ts';
import { Unwritten } from './unwritten.ts';

/** Of the field at the root: whom types are told apart for. */
export interface Asked {
  readonly context: Context;
  readonly info: GraphQLResolveInfo;
}

/** Writes a value as JSON. Throws {@link Unwritten} where the executor has to see to it. */
export type Write = (value: unknown, asked: Asked) => string;

/**
 * How what a field resolves to is written, down to its last leaf; null where something below is not
 * known from its row alone. Errors are never written: whatever is one is left to the executor.
 */
export function writerOf(
  type: GraphQLOutputType,
  nodes: readonly FieldNode[],
  selecting: Selecting,
): Write | null {
  if (isNonNullType(type)) {
    const write = writerOf(type.ofType, nodes, selecting);
    return write && present(write);
  }
  if (isListType(type)) {
    const write = writerOf(type.ofType, nodes, selecting);
    return write && list(write);
  }
  if (isLeafType(type)) {
    const write = leafWriter(type);
    return (value) => (value == null ? 'null' : write(value));
  }
  return isObjectType(type)
    ? objectWriter(type, nodes, selecting)
    : abstractWriter(type, nodes, selecting);
}

/** What the selection is read by, and the checks of arguments are run with. */
export interface Selecting extends Asked {
  readonly operation: Operation;
}

function present(write: Write): Write {
  return (value, asked) => {
    if (value == null) throw new Unwritten(false);
    return write(value, asked);
  };
}

function list(write: Write): Write {
  return (value, asked) => {
    if (value == null) return 'null';
    if (!Array.isArray(value)) throw new Unwritten(isPromise(value));
    let text = '[';
    for (let i = 0; i < value.length; i++) {
      text += i === 0 ? write(value[i], asked) : `,${write(value[i], asked)}`;
    }
    return `${text}]`;
  };
}

function abstractWriter(
  type: GraphQLAbstractType,
  nodes: readonly FieldNode[],
  selecting: Selecting,
): Write {
  const { schema } = selecting.operation;
  const writers = new Map<string, Write | null>();
  const writerFor = (name: string): Write | null => {
    const concrete = schema.getType(name);
    return isObjectType(concrete) && schema.isSubType(type, concrete)
      ? objectWriter(concrete, nodes, selecting)
      : null;
  };
  return (value, asked) => {
    if (value == null) return 'null';
    const name = type.resolveType?.(value, asked.context, asked.info, type);
    if (typeof name !== 'string') throw new Unwritten(false);
    let write = writers.get(name);
    if (write === undefined) {
      write = writerFor(name);
      writers.set(name, write);
    }
    if (!write) throw new Unwritten(true);
    return write(value, asked);
  };
}

/** One field of an object: its name as text, and its value. */
interface FieldWriter {
  readonly name: string;
  readonly write: (row: object, asked: Asked) => string;
}

function objectWriter(
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  selecting: Selecting,
): Write | null {
  const fields: FieldWriter[] = [];
  for (const [key, below] of selectedFields(type, nodes, selecting.operation)) {
    const write = fieldWriter(type, key, below, selecting);
    if (!write) return null;
    fields.push({ name: `${fields.length === 0 ? '' : ','}"${key}":`, write });
  }
  const { isTypeOf } = type;
  return (value, asked) => {
    if (value == null) return 'null';
    if (typeof value !== 'object' || value instanceof Error) throw new Unwritten(false);
    if (isPromise(value)) throw new Unwritten(true);
    if (isTypeOf && isTypeOf(value, asked.context, asked.info) !== true) throw new Unwritten(false);
    let text = '{';
    for (const { name, write } of fields) text += name + write(value, asked);
    return `${text}}`;
  };
}

function fieldWriter(
  type: GraphQLObjectType,
  key: string,
  nodes: readonly FieldNode[],
  selecting: Selecting,
): FieldWriter['write'] | null {
  const [node] = nodes;
  if (!node) return null;
  if (node.name.value === '__typename') {
    const name = JSON.stringify(type.name);
    return () => name;
  }
  const field = type.getFields()[node.name.value];
  if (!field || isGuarded(type, field)) return null;
  const { atOnce, branch } = needsOf(field);
  if (!atOnce && !branch) return null;
  const args = mappedArguments(field, argumentsOf(field, node, selecting), selecting);
  const write = writerOf(field.type, nodes, selecting);
  if (!args || !write) return null;
  if (atOnce) return (row, asked) => write(atOnce(row as never, args as never), asked);
  return (row, asked) => {
    const held = heldAnswer(row, key);
    if (held === undefined) throw new Unwritten(true);
    return write(held, asked);
  };
}

function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  { operation }: Selecting,
): Record<string, unknown> {
  return getArgumentValues(field, node, operation.variableValues);
}

/** Whoever drops a promise has to see to its failing. */
function isPromise(value: object): boolean {
  if (!(value instanceof Promise)) return false;
  value.catch(() => undefined);
  return true;
}
