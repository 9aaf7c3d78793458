import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLInt,
  type GraphQLLeafType,
  GraphQLString,
  isEnumType,
} from 'graphql';
import { Unwritten } from './unwritten.ts';

/** Writes a value that is not null as JSON. Throws {@link Unwritten} for what the type does not take. */
export type WriteLeaf = (value: unknown) => string;

const known = new WeakMap<GraphQLLeafType, WriteLeaf>();

export function leafWriter(type: GraphQLLeafType): WriteLeaf {
  const found = known.get(type) ?? made(type);
  known.set(type, found);
  return found;
}

function made(type: GraphQLLeafType): WriteLeaf {
  const serialized = (value: unknown) => textOf(type.serialize(value));
  if (type === GraphQLString) {
    return (value) => (typeof value === 'string' ? JSON.stringify(value) : serialized(value));
  }
  if (type === GraphQLInt) {
    const fits = (value: unknown) => Number.isInteger(value) && value === ((value as number) | 0);
    return (value) => (fits(value) ? String(value) : serialized(value));
  }
  if (type === GraphQLFloat) {
    return (value) => (Number.isFinite(value) ? String(value) : serialized(value));
  }
  if (type === GraphQLBoolean) {
    return (value) => (typeof value === 'boolean' ? String(value) : serialized(value));
  }
  if (!isEnumType(type)) return serialized;
  const names = new Map(type.getValues().map(({ value, name }) => [value, JSON.stringify(name)]));
  return (value) => names.get(value) ?? serialized(value);
}

function textOf(serialized: unknown): string {
  const text = serialized == null ? undefined : JSON.stringify(serialized);
  // A promise would become an object without anything in it.
  if (text === undefined || serialized instanceof Promise) throw new Unwritten(false);
  return text;
}
