/** What became of the objects of one type, in the words of the form that they came in. */
export interface SourceType {
  readonly type: string;
  readonly read: number;
  /** Accepted as a record of ours. */
  readonly loaded: number;
  /** Said before by the same dataset, word for word. */
  readonly repeated: number;
  /** Of these the ontology knows nothing; whatever is left over was rejected. */
  readonly withoutCounterpart: number;
}

/** A property for which the ontology has no place, and how many objects have it. */
export interface SourceProperty {
  readonly type: string;
  readonly property: string;
  readonly objects: number;
}

type Outcome = Exclude<keyof SourceType, 'type'>;

/** Counts what an import finds in forms that are not ours, so that nothing is dropped in silence. */
export class SourceCounts {
  readonly #types = new Map<string, Record<Outcome, number>>();
  readonly #properties = new Map<string, { type: string; property: string; objects: number }>();

  count(type: string, outcome: Outcome): void {
    const counts = this.#types.get(type) ?? {
      ...{ read: 0, loaded: 0, repeated: 0, withoutCounterpart: 0 },
    };
    counts[outcome]++;
    this.#types.set(type, counts);
  }

  property(type: string, property: string): void {
    const id = `${type}\n${property}`;
    const counted = this.#properties.get(id) ?? { type, property, objects: 0 };
    counted.objects++;
    this.#properties.set(id, counted);
  }

  get types(): SourceType[] {
    return [...this.#types.keys()]
      .sort()
      .map((type) => ({ type, ...(this.#types.get(type) as Record<Outcome, number>) }));
  }

  get properties(): SourceProperty[] {
    return [...this.#properties.keys()]
      .sort()
      .map((id) => this.#properties.get(id) as SourceProperty);
  }
}
