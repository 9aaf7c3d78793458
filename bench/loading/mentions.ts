/** What the import counts for each entity: relations, and the statements that mention it. */
export class Mentions {
  readonly #relations: Int32Array;
  readonly #statements: Int32Array;
  readonly #first: (string | null)[];
  readonly #last: (string | null)[];

  constructor(entities: number) {
    this.#relations = new Int32Array(entities);
    this.#statements = new Int32Array(entities);
    this.#first = new Array<string | null>(entities).fill(null);
    this.#last = new Array<string | null>(entities).fill(null);
  }

  relation(from: number, to: number): void {
    for (const end of [from, to]) this.#relations[end] = (this.#relations[end] ?? 0) + 1;
  }

  /** `mentioned`: positions of entities, each once. `published`: ISO date. */
  statement(mentioned: ReadonlySet<number>, published: string | null): void {
    for (const entity of mentioned) {
      this.#statements[entity] = (this.#statements[entity] ?? 0) + 1;
      if (published === null) continue;
      const [first, last] = [this.#first[entity] ?? published, this.#last[entity] ?? published];
      this.#first[entity] = first < published ? first : published;
      this.#last[entity] = last > published ? last : published;
    }
  }

  /** In the shape of a row of the import. */
  of(entity: number) {
    return {
      counts: {
        relationCount: this.#relations[entity] ?? 0,
        statementCount: this.#statements[entity] ?? 0,
      },
      dates: { firstReported: this.#first[entity], lastReported: this.#last[entity] },
    };
  }
}
