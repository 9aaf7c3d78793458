import { hash } from 'node:crypto';
import type { Counts } from './report.ts';

type Outcome = keyof Counts;

const outcomes: readonly Outcome[] = ['created', 'updated', 'unchanged', 'retracted'];

/** Words of 32 bits that stand for an id: 96 bits, so that no two of a billion ids have them in common. */
const words = 3;
/** Of the places, beyond which twice as many are made. */
const fullness = 0.6;
const nothing = 255;

/**
 * What became of things, by id. A million of them take some 30 MB, where a Map of their ids takes
 * hundreds.
 */
export class OutcomeTable {
  #places: number;
  /** Of each place: the words of its id, and the outcome's number from 1; 0 for an empty one. */
  #ids: Uint32Array;
  #outcomes: Uint8Array;
  #taken = 0;

  constructor(places = 1024) {
    this.#places = places;
    this.#ids = new Uint32Array(places * words);
    this.#outcomes = new Uint8Array(places);
  }

  /** Puts what `next` makes of the outcome so far; both are undefined for nothing. */
  change(id: string, next: (before: Outcome | undefined) => Outcome | undefined): void {
    if (this.#taken >= this.#places * fullness) this.#grow();
    const place = this.#placeOf(digest(id), 0);
    const after = next(outcomes[(this.#outcomes[place] ?? 0) - 1]);
    this.#outcomes[place] = after === undefined ? nothing : outcomes.indexOf(after) + 1;
  }

  counts(): Counts {
    const found = { created: 0, updated: 0, unchanged: 0, retracted: 0 };
    for (const number of this.#outcomes) {
      const outcome = outcomes[number - 1];
      if (outcome) found[outcome]++;
    }
    return found;
  }

  copy(): OutcomeTable {
    const copied = new OutcomeTable(this.#places);
    copied.#ids.set(this.#ids);
    copied.#outcomes.set(this.#outcomes);
    copied.#taken = this.#taken;
    return copied;
  }

  /** Where an id lies; it takes a place where it has none. The words begin at `at`. */
  #placeOf(source: Uint32Array, at: number): number {
    let place = (source[at] ?? 0) & (this.#places - 1);
    while (this.#outcomes[place] !== 0) {
      if (this.#holds(place, source, at)) return place;
      place = (place + 1) & (this.#places - 1);
    }
    for (let word = 0; word < words; word++) {
      this.#ids[place * words + word] = source[at + word] ?? 0;
    }
    this.#outcomes[place] = nothing;
    this.#taken++;
    return place;
  }

  #holds(place: number, source: Uint32Array, at: number): boolean {
    for (let word = 0; word < words; word++) {
      if (this.#ids[place * words + word] !== source[at + word]) return false;
    }
    return true;
  }

  #grow(): void {
    const [ids, known] = [this.#ids, this.#outcomes];
    this.#places *= 2;
    this.#ids = new Uint32Array(this.#places * words);
    this.#outcomes = new Uint8Array(this.#places);
    this.#taken = 0;
    for (const [place, outcome] of known.entries()) {
      if (outcome !== 0) this.#outcomes[this.#placeOf(ids, place * words)] = outcome;
    }
  }
}

function digest(id: string): Uint32Array {
  const bytes = hash('sha256', id, 'buffer');
  return Uint32Array.from({ length: words }, (_, word) => bytes.readUInt32LE(word * 4));
}
