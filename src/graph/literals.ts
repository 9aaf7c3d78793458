import type { CompiledCypher } from './cypher.ts';

/**
 * The text with its parameters written out, for places that take a text alone. What is sent to the
 * database never goes through here. Text that we write holds no `$` but that of parameters.
 */
export function inlined({ text, parameters }: CompiledCypher): string {
  return text.replaceAll(/\$(\w+)/g, (_match, name: string) => literal(parameters[name]));
}

/** A value as Cypher writes it: strings, numbers, booleans, null, lists and maps of them. */
export function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return `'${escaped(value)}'`;
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return numberLiteral(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object') throw new RangeError(`a ${typeof value} is no value of Cypher`);
  const entries = Object.entries(value).map(([key, inner]) => `${name(key)}: ${literal(inner)}`);
  return `{${entries.join(', ')}}`;
}

/** `1e21` is a number of Cypher, `1e+21` is none. */
function numberLiteral(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is no number of Cypher`);
  return String(value).replace('e+', 'e');
}

/**
 * Letters, digits and what is harmless stand for themselves. All else is written by its number: quotes
 * and backslashes, which would end the literal, and what Neo4j Browser takes for its own, as it reads
 * a text from a link only up to a `&` or `#` and splits it at `;`.
 */
function escaped(text: string): string {
  return text.replaceAll(/[^\p{L}\p{M}\p{N} ._:/-]/gu, (character) =>
    [...Array(character.length).keys()]
      .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

/** A key of a map. */
function name(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? key : `\`${key.replaceAll('`', '``')}\``;
}
