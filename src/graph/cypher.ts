import type { Ontology } from '../../schema/ontology/define.ts';

/**
 * Cypher text made of literals, names of the ontology and parameters. A string from anywhere else
 * cannot get in: it is no part that {@link cypher} takes.
 */
export class Cypher {
  readonly parts: readonly Part[];

  constructor(parts: readonly Part[]) {
    this.parts = parts;
  }
}

/** A part inside a part is not copied: statements are made of parts many levels deep. */
type Part = string | Parameter | Variable | Cypher;

/** A value that travels beside the text. Two values under one name become `$name` and `$name2`. */
class Parameter {
  readonly name: string;
  readonly value: unknown;

  constructor(name: string, value: unknown) {
    this.name = name;
    this.value = value;
  }
}

/** Numbered in the order in which they stand in a statement: `other1` and `other2`. */
class Variable {
  readonly name: VariableName;

  constructor(name: VariableName) {
    this.name = name;
  }
}

/** A variable that no other part of a statement can mean by accident, however parts are nested. */
export function variable(name: VariableName): Cypher {
  return new Cypher([new Variable(name)]);
}

type VariableName =
  | 'entity'
  | 'other'
  | 'relation'
  | 'statement'
  | 'document'
  | 'conflict'
  | 'parent';

export function cypher(literals: TemplateStringsArray, ...parts: readonly Cypher[]): Cypher {
  const [text = ''] = literals;
  const all: Part[] = [text];
  for (const [index, part] of parts.entries()) all.push(part, literals[index + 1] ?? '');
  return new Cypher(all);
}

export function parameter(name: string, value: unknown): Cypher {
  return new Cypher([new Parameter(name, value)]);
}

export function joined(parts: readonly Cypher[], separator: Cypher): Cypher {
  return new Cypher(parts.flatMap((part, index) => (index > 0 ? [separator, part] : [part])));
}

export function listOf(parts: readonly Cypher[]): Cypher {
  return cypher`[${joined(parts, cypher`, `)}]`;
}

/** An integer where Cypher takes no parameter (`SHORTEST 5`, `{1,6}`). Throws unless 0 to ceiling. */
export function integerLiteral(value: number, ceiling: number): Cypher {
  if (!Number.isInteger(value) || value < 0 || value > ceiling) {
    throw new RangeError(`${value} is no integer from 0 to ${ceiling}`);
  }
  return new Cypher([String(value)]);
}

/** `:Person`. Throws where the ontology has no such type. */
export function label<O extends Ontology>(ontology: O, name: keyof O['entities'] & string): Cypher {
  if (!Object.hasOwn(ontology.entities, name)) throw new RangeError(`no entity type ${name}`);
  return new Cypher([name]);
}

/** `ANNOUNCED|PURSUES`. Throws where the ontology has no such type. */
export function relationTypes<O extends Ontology>(
  ontology: O,
  names: readonly (keyof O['relations'] & string)[],
): Cypher {
  const unknown = names.find((name) => !Object.hasOwn(ontology.relations, name));
  if (unknown !== undefined) throw new RangeError(`no relation type ${unknown}`);
  if (names.length === 0) throw new RangeError('a pattern without a type would match any');
  return new Cypher([[...new Set(names)].join('|')]);
}

/** `countryCode`. Throws where no entity type of the ontology has such a property. */
export function propertyName<O extends Ontology>(ontology: O, name: PropertyOf<O>): Cypher {
  const known = Object.values(ontology.entities).some((e) => Object.hasOwn(e.properties, name));
  if (!known) throw new RangeError(`no property ${name}`);
  return new Cypher([name]);
}

type PropertyOf<O extends Ontology> = {
  [T in keyof O['entities']]: keyof O['entities'][T]['properties'] & string;
}[keyof O['entities']];

export interface CompiledCypher {
  readonly text: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

export function compileCypher(source: Cypher): CompiledCypher {
  const parameters: Record<string, unknown> = {};
  const bound = new Map<string, Map<unknown, string>>();
  const bind = ({ name, value }: Parameter): string => {
    const values = bound.get(name) ?? new Map<unknown, string>();
    bound.set(name, values);
    const known = values.get(value);
    if (known !== undefined) return known;
    const free = values.size === 0 ? name : `${name}${values.size + 1}`;
    values.set(value, free);
    parameters[free] = value;
    return free;
  };
  const variables = new Map<string, Variable[]>();
  const textOf = (part: Part): string => {
    if (typeof part === 'string') return part;
    if (part instanceof Cypher) {
      let text = '';
      for (const inner of part.parts) text += textOf(inner);
      return text;
    }
    return part instanceof Variable ? nameOf(part, variables) : `$${bind(part)}`;
  };
  const text = textOf(source);
  return { text, parameters };
}

function nameOf(variable: Variable, known: Map<string, Variable[]>): string {
  const alike = known.get(variable.name) ?? [];
  known.set(variable.name, alike);
  if (!alike.includes(variable)) alike.push(variable);
  return `${variable.name}${alike.indexOf(variable) + 1}`;
}
