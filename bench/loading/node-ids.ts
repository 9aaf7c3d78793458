/** Numbers of nodes for the offline importer. */
export class NodeIds {
  readonly #byKey = new Map<string, number>();
  #last = 0;

  /** The number of a node that nothing refers to by a key. */
  next(): number {
    return ++this.#last;
  }

  /** `key`: unique among entities and documents together. */
  add(key: string): number {
    const id = this.next();
    this.#byKey.set(key, id);
    return id;
  }

  /** Throws where no such node was added. */
  of(key: string): number {
    const id = this.#byKey.get(key);
    if (id === undefined) throw new RangeError(`nothing has the key ${key}`);
    return id;
  }
}
