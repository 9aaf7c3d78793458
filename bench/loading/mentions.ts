/** What the import counts for an entity: its relations, and the statements that mention it. */
interface Counted {
  relations: number;
  statements: number;
  /** ISO dates of publication; null where no document is dated. */
  first: string | null;
  last: string | null;
}

/** Counts for all entities, by their numbers. */
export class Mentions {
  readonly #counts = new Map<number, Counted>();

  relation(from: number, to: number): void {
    this.#of(from).relations++;
    this.#of(to).relations++;
  }

  /** `published`: ISO date. */
  statement(mentioned: ReadonlySet<number>, published: string | null): void {
    for (const entity of mentioned) {
      const counted = this.#of(entity);
      counted.statements++;
      if (published === null) continue;
      if (counted.first === null || published < counted.first) counted.first = published;
      if (counted.last === null || published > counted.last) counted.last = published;
    }
  }

  /** In the shape of a row of the import. */
  rowOf(entity: number) {
    const { relations, statements, first, last } = this.#of(entity);
    return {
      counts: { relationCount: relations, statementCount: statements },
      dates: { firstReported: first, lastReported: last },
    };
  }

  #of(entity: number): Counted {
    let counted = this.#counts.get(entity);
    if (!counted) {
      counted = { relations: 0, statements: 0, first: null, last: null };
      this.#counts.set(entity, counted);
    }
    return counted;
  }
}
