import type { Position } from '../position.ts';
import { isGlobal, isNode, isReference, keyOf, type Node } from './node.ts';

interface Found {
  readonly node: Node;
  readonly position: Position;
}

/** Types that are parts of things, and no things of their own. */
const parts = ['PostalAddress', 'GeoCoordinates', 'Role', 'OrganizationRole', 'EmployeeRole'];

export function isPart({ types }: Node): boolean {
  return types.some((type) => parts.includes(type));
}

/** What one document describes, however deep inside of something else. */
export class DescribedThings {
  readonly #found = new Map<string, Found>();
  readonly #seen = new Set<Node>();
  /** Keys of things whose ids hold only within the document. */
  readonly #local = new Map<string, string>();

  /** By key. */
  get found(): ReadonlyMap<string, Found> {
    return this.#found;
  }

  keyOf(node: Node): string {
    const { id } = node;
    return (id !== null && !isGlobal(id) ? this.#local.get(id) : undefined) ?? keyOf(node);
  }

  collect(node: Node, position: Position): void {
    if (this.#seen.has(node)) return;
    this.#seen.add(node);
    const onlyHolds = node.types.length === 0 && [...node.values.keys()].join() === '@graph';
    if (!isReference(node) && !isPart(node) && !onlyHolds) {
      const key = this.keyOf(node);
      if (node.id !== null) this.#local.set(node.id, key);
      const before = this.#found.get(key);
      this.#found.set(
        key,
        before ? { ...before, node: this.#merged(before.node, node) } : { node, position },
      );
    }
    for (const value of [...node.values.values()].flat()) {
      if (isNode(value)) this.collect(value, position);
    }
  }

  /** The same thing, described in two places of one document. */
  #merged(a: Node, b: Node): Node {
    const values = new Map(a.values);
    const content = (value: Parameters<typeof isNode>[0]) =>
      isNode(value) ? this.keyOf(value) : JSON.stringify(value);
    for (const [property, more] of b.values) {
      const known = values.get(property) ?? [];
      const same = new Set(known.map(content));
      values.set(property, [...known, ...more.filter((value) => !same.has(content(value)))]);
    }
    return { id: a.id, types: [...new Set([...a.types, ...b.types])], values };
  }
}
