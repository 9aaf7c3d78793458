import { UserInputError } from '../../../src/errors.ts';
import { literal } from '../../../src/graph/literals.ts';
import type { TypedProperty } from './typed-questions.ts';

/** `{key: 'acme', published: date('2024-03-01')}`, in the order of the names. */
export function typedMap(properties: readonly TypedProperty[]): string {
  const inOrder = [...properties].sort(([a], [b]) => (a < b ? -1 : 1));
  const entries = inOrder.map(
    ([name, type, value]) => `${plain(name)}: ${typedLiteral(type, value)}`,
  );
  return `{${entries.join(', ')}}`;
}

/** A value of a type that `valueType` names. Throws a RangeError for types that the graph has not. */
function typedLiteral(type: string, value: unknown): string {
  if (Array.isArray(value) && type.startsWith('LIST<')) {
    return `[${value.map((each) => typedLiteral(type.slice('LIST<'.length), each)).join(', ')}]`;
  }
  if (type.startsWith('STRING') || type.startsWith('BOOLEAN') || type.startsWith('INTEGER')) {
    return literal(value);
  }
  if (type.startsWith('FLOAT')) return float(value);
  if (type.startsWith('DATE ')) return `date(${literal(value)})`;
  if (type.startsWith('ZONED DATETIME')) return `datetime(${literal(value)})`;
  if (type.startsWith('POINT') && Array.isArray(value)) {
    const [latitude, longitude] = value.map(float);
    return `point({latitude: ${latitude}, longitude: ${longitude}})`;
  }
  throw new RangeError(`no property of the graph is of type ${type}`);
}

/** `5.0`: without the point it would be an integer. */
function float(value: unknown): string {
  const text = literal(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** Whoever gave a property such a name, it was no import. */
function plain(name: string): string {
  if (/^[A-Za-z_]\w*$/.test(name)) return name;
  throw new UserInputError(
    `A property is named ${JSON.stringify(name)}, which this graph has no use for: remove it, or export in another format.`,
  );
}
