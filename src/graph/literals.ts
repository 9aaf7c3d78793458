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

/** `1e21` is a number of Cypher, `1e+21` is none; what is no safe integer is written as a float. */
function numberLiteral(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is no number of Cypher`);
  const text = String(value).replace('e+', 'e');
  return Number.isSafeInteger(value) || /[.e]/.test(text) ? text : `${text}.0`;
}

/**
 * Letters, digits and what is harmless stand for themselves. Quotes and backslashes, which would end
 * the literal, have a backslash before them: Neo4j reads `\u0027` as a quote before it looks for the
 * ends of literals (tried on 5.26.30). All else is written by its number, as Neo4j Browser reads a
 * text from a link only up to a `&` or `#`, and splits it at `;`.
 */
function escaped(text: string): string {
  return text.replaceAll(/[^\p{L}\p{M}\p{N} ._:/-]/gu, (character) =>
    character === "'" || character === '\\' ? `\\${character}` : codeUnits(character),
  );
}

function codeUnits(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}

/** A key of a map. */
function name(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? key : `\`${key.replaceAll('`', '``')}\``;
}
