import { keyOfId } from '../foreign/key.ts';

/** What stands for names that mean nothing in the context of their document. */
export const outsideOfContext = '(outside of the context)';

export interface Text {
  readonly text: string;
  /** BCP 47, in lower case; null for none. */
  readonly language: string | null;
}

/** A thing that a document describes, or only names by its id. */
export interface Node {
  readonly id: string | null;
  /** Names of schema.org without its address; whole addresses of all else. */
  readonly types: readonly string[];
  readonly values: Map<string, (Text | Node)[]>;
}

export function isNode(value: Text | Node): value is Node {
  return 'values' in value;
}

/** Whether it says nothing but which thing is meant. */
export function isReference({ id, values }: Node): boolean {
  return id !== null && values.size === 0;
}

/** Reads a node of an expanded document, with those inside of it. */
export function nodeOf(expanded: unknown): Node {
  const values = new Map<string, (Text | Node)[]>();
  const given = expanded as Record<string, unknown>;
  const types = ((given['@type'] ?? []) as (string | null)[]).map(typeName);
  const id = (given['@id'] as string | undefined) ?? null;
  const node: Node = { id, types, values };
  for (const [property, list] of Object.entries(given)) {
    if (property.startsWith('@')) continue;
    const found = (list as unknown[]).flatMap(valuesIn);
    if (found.length > 0) values.set(localName(property), found);
  }
  for (const [property, list] of Object.entries(Object(given['@reverse']))) {
    // It is the other that has the property: this one is named there.
    const others = (list as unknown[]).map((each) => nodeOf(each));
    for (const other of others) other.values.set(localName(property), [node]);
    if (others.length > 0) values.set('@reverse', others);
  }
  const inside = ['@graph', '@included'].flatMap((keyword) => (given[keyword] ?? []) as unknown[]);
  if (inside.length > 0) values.set('@graph', inside.map(nodeOf));
  return node;
}

function valuesIn(expanded: unknown): (Text | Node)[] {
  const given = expanded as Record<string, unknown>;
  if ('@list' in given) return (given['@list'] as unknown[]).flatMap(valuesIn);
  if (!('@value' in given)) return [nodeOf(given)];
  const text = String(given['@value']).trim();
  const language = (given['@language'] as string | undefined)?.toLowerCase() ?? null;
  return text === '' ? [] : [{ text, language }];
}

/** null where it looks like a keyword of JSON-LD and is none. */
function typeName(iri: string | null): string {
  return iri?.includes(':') ? localName(iri) : outsideOfContext;
}

function localName(iri: string): string {
  return iri.replace(/^https?:\/\/(www\.)?schema\.org\//, '');
}

/**
 * A key for a node. An absolute id names one thing everywhere; what has none is what is said of it, so
 * that the same words about it are the same thing, and other words another.
 */
export function keyOf(node: Node): string {
  const { id, types, values } = node;
  if (isGlobal(id)) return keyOfId(id, id.split(/[/#:]/).findLast((part) => part !== '') ?? '');
  const [name] = values.get('name') ?? [];
  const readable = name && !isNode(name) ? name.text : (types[0] ?? '');
  return keyOfId(JSON.stringify(contentOf(node, [])), readable);
}

export function isGlobal(id: string | null): id is string {
  return id !== null && !id.startsWith('_:') && /^[a-z][a-z0-9+.-]*:/i.test(id);
}

/** What is said of a node, in an order of its own; ids that hold only within a document are left out. */
function contentOf(node: Node, above: readonly Node[]): unknown {
  if (above.includes(node)) return null;
  const properties = [...node.values].map(([property, values]) => {
    const contents = values.map((value) => {
      if (!isNode(value)) return value;
      return isGlobal(value.id) ? value.id : contentOf(value, [...above, node]);
    });
    return [property, contents.map((content) => JSON.stringify(content)).sort()];
  });
  return [[...node.types].sort(), properties.sort()];
}
