/** Numbers of nodes for the offline importer. */
export class NodeNumbers {
  readonly #entities = new Map<string, number>();
  readonly #documents = new Map<string, number>();
  readonly #datasets = new Map<string, number>();
  #last = 0;

  /** The number of a node that nothing refers to by a key. */
  next(): number {
    return ++this.#last;
  }

  get entityCount(): number {
    return this.#entities.size;
  }

  get entityKeys(): Iterable<string> {
    return this.#entities.keys();
  }

  /** Of entities that may be added several times. */
  addEntity(key: string): void {
    if (!this.#entities.has(key)) this.#entities.set(key, this.next());
  }

  addDocument(key: string): number {
    const number = this.next();
    this.#documents.set(key, number);
    return number;
  }

  entity(key: string): number {
    return known(this.#entities, key);
  }

  document(key: string): number {
    return known(this.#documents, key);
  }

  /** `onNew` is called with the number of one that was not there before. */
  dataset(key: string, onNew: (number: number) => void): number {
    const before = this.#datasets.get(key);
    if (before !== undefined) return before;
    const number = this.next();
    this.#datasets.set(key, number);
    onNew(number);
    return number;
  }
}

function known(numbers: ReadonlyMap<string, number>, key: string): number {
  const number = numbers.get(key);
  if (number === undefined) throw new RangeError(`nothing has the key ${key}`);
  return number;
}
