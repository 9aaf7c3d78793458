import type { Ontology } from '../../../schema/ontology/define.ts';
import type { Position } from '../position.ts';
import type { RawRecord, Reading } from '../reading.ts';
import type { SourceCounts } from './source-counts.ts';
import { Waiting } from './waiting.ts';

/** Two things that belong together, whose types may only be known later. */
export interface Link {
  readonly from: string;
  readonly to: string;
  readonly role?: string | undefined;
}

/** What one object, or one property of an object, says of how things belong together. */
export interface LinkGroup {
  /** The type of the object, in its own words. */
  readonly source: string;
  readonly property: string;
  /** Whether the object says nothing else, so that it is loaded by being linked. */
  readonly isObject: boolean;
  /** Relation types of the ontology; the first that admits the types of both ends is taken. */
  readonly relations: readonly string[];
  readonly links: readonly Link[];
  readonly period?: string | undefined;
  readonly position: Position;
}

interface Unless {
  readonly value: { readonly key: string };
  readonly position: Position;
}

/** Turns links into relations once all of the input has been read. */
export class Linker {
  readonly #types = new Map<string, string | null>();
  readonly #ontology: Ontology;
  readonly #counts: SourceCounts;
  readonly #groups: Waiting<LinkGroup>;
  readonly #unless: Waiting<Unless>;

  constructor(
    ontology: Ontology,
    counts: SourceCounts,
    groups: Waiting<LinkGroup>,
    unless: Waiting<Unless>,
  ) {
    this.#ontology = ontology;
    this.#counts = counts;
    this.#groups = groups;
    this.#unless = unless;
  }

  /** Says what an entity is; null for what has no counterpart. */
  describe(key: string, type: string | null): void {
    this.#types.set(key, type);
  }

  async link(group: LinkGroup): Promise<void> {
    await this.#groups.add(group);
  }

  /** An entity that is read only where nothing else of the input describes it. */
  async describeUnlessDescribed(value: Unless['value'], position: Position): Promise<void> {
    await this.#unless.add({ value, position });
  }

  async *readings(): AsyncGenerator<RawRecord> {
    for await (const { value, position } of this.#unless.all()) {
      if (this.#types.has(value.key)) continue;
      this.#types.set(value.key, (value as { type?: string }).type ?? null);
      yield { readable: true, kind: 'entity', value, position };
    }
    for await (const group of this.#groups.all()) yield* this.#relationsOf(group);
  }

  *#relationsOf(group: LinkGroup): Generator<RawRecord> {
    const { source, property, isObject, links, period, position } = group;
    const typed = links.map((link) => ({ link, type: this.#relationFor(link, group.relations) }));
    const fitting = typed.filter(({ type }) => type !== undefined);
    if (isObject && fitting.length === 0) this.#counts.count(source, 'withoutCounterpart');
    else if (fitting.length < links.length) this.#counts.property(source, property);
    const takesRoles = (type = '') => this.#ontology.relations[type]?.roles !== undefined;
    if (fitting.some(({ link, type }) => link.role !== undefined && !takesRoles(type))) {
      this.#counts.property(source, 'role');
    }
    let first = isObject;
    for (const { link, type } of fitting) {
      const { from, to } = link;
      const takesRole = takesRoles(type);
      const role = takesRole && link.role !== undefined ? { role: link.role } : {};
      const value = { type, from, to, ...role, ...(period === undefined ? {} : { period }) };
      yield { readable: true, kind: 'relation', value, position, ...(first ? { source } : {}) };
      first = false;
    }
  }

  /** An end of which the input says nothing may be in the graph, and is checked there. */
  #relationFor({ from, to }: Link, relations: readonly string[]): string | undefined {
    const admits = (types: readonly string[] = [], key: string) => {
      const type = this.#types.get(key);
      return type === undefined || (type !== null && types.includes(type));
    };
    return relations.find((type) => {
      const declared = this.#ontology.relations[type];
      return declared && admits(declared.from, from) && admits(declared.to, to);
    });
  }
}

/** Reads with a linker, and its relations after all else. */
export async function* linked(
  ontology: Ontology,
  counts: SourceCounts,
  read: (linker: Linker) => AsyncGenerator<Reading>,
): AsyncGenerator<Reading> {
  const groups = await Waiting.open<LinkGroup>();
  const unless = await Waiting.open<Unless>();
  try {
    const linker = new Linker(ontology, counts, groups, unless);
    yield* read(linker);
    yield* linker.readings();
  } finally {
    await groups.close();
    await unless.close();
  }
}
