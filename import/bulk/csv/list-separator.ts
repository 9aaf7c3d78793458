/** Control characters beyond ASCII, and characters that mean nothing to anybody. */
const candidates = /[\u0080-\u009f\ue000-\uf8ff]/g;
const ranges = [[0x80, 0x9f] as const, [0xe000, 0xf8ff] as const];

/** Finds a character that stands in no text of a list, and so can stand between them. */
export class ListSeparator {
  readonly #used = new Set<string>();

  see(texts: readonly string[]): void {
    for (const text of texts) {
      for (const [character] of text.matchAll(candidates)) this.#used.add(character);
    }
  }

  /** Throws where texts use all 6,432 of them. */
  get free(): string {
    for (const [from, to] of ranges) {
      for (let code = from; code <= to; code++) {
        const character = String.fromCharCode(code);
        if (!this.#used.has(character)) return character;
      }
    }
    throw new RangeError('there is no character that stands in no alias');
  }
}
