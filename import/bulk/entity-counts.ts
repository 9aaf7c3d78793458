/** What entities carry of what is said of them; by their numbers, from 1 on. */
export class EntityCounts {
  readonly #relations: Uint32Array;
  readonly #statements: Uint32Array;
  /** As 20240131; 0 for none. */
  readonly #first: Uint32Array;
  readonly #last: Uint32Array;
  readonly #due: Uint32Array;

  constructor(entities: number) {
    const zeros = () => new Uint32Array(entities + 1);
    this.#relations = zeros();
    this.#statements = zeros();
    this.#first = zeros();
    this.#last = zeros();
    this.#due = zeros();
  }

  relation(from: number, to: number): void {
    // One that leads back to where it comes from is one relation.
    for (const end of from === to ? [from] : [from, to]) add(this.#relations, end);
  }

  /** `published`: ISO date. */
  statement(mentioned: ReadonlySet<number>, published: string | null): void {
    const day = published === null ? 0 : numberOf(published);
    for (const entity of mentioned) {
      add(this.#statements, entity);
      if (day === 0) continue;
      const first = this.#first[entity] ?? 0;
      if (first === 0 || day < first) this.#first[entity] = day;
      this.#last[entity] = Math.max(day, this.#last[entity] ?? 0);
    }
  }

  /** `day`: ISO date. */
  due(entity: number, day: string): void {
    this.#due[entity] = numberOf(day);
  }

  /** In the shape of a row of the import. */
  rowOf(entity: number) {
    return {
      counts: {
        relationCount: this.#relations[entity] ?? 0,
        statementCount: this.#statements[entity] ?? 0,
      },
      dates: {
        firstReported: dayOf(this.#first[entity]),
        lastReported: dayOf(this.#last[entity]),
        dueDay: dayOf(this.#due[entity]),
      },
    };
  }
}

function add(counts: Uint32Array, entity: number): void {
  counts[entity] = (counts[entity] ?? 0) + 1;
}

function numberOf(day: string): number {
  return Number(day.replaceAll('-', ''));
}

function dayOf(number = 0): string | null {
  if (number === 0) return null;
  const digits = String(number).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}
