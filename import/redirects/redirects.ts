/** Sends the key of an entity that was merged to that of another, which may be merged itself. */
export interface Redirect {
  readonly key: string;
  readonly into: string;
}

/** Which keys stand for which entities. A decision of people, so there are few. */
export class Redirects {
  readonly #into: ReadonlyMap<string, string>;
  readonly #roots: ReadonlySet<string>;

  constructor(redirects: readonly Redirect[]) {
    this.#into = new Map(redirects.map(({ key, into }) => [key, into]));
    this.#roots = new Set(redirects.map(({ key }) => this.present(key)));
  }

  get keys(): string[] {
    return [...this.#into.keys()];
  }

  /** The key of the entity that the key stands for: itself unless that was merged. */
  present(key: string): string {
    let present = key;
    for (let next = this.#into.get(key); next !== undefined; next = this.#into.get(next)) {
      present = next;
    }
    return present;
  }

  isRedirect(key: string): boolean {
    return this.#into.has(key);
  }

  /** Whether the key was merged, or another into it. */
  concerns(key: string): boolean {
    return this.#into.has(key) || this.#roots.has(key);
  }

  /** All keys of an entity, its own first. */
  keysOf(root: string): string[] {
    return [root, ...this.keys.filter((key) => this.present(key) === root).sort()];
  }

  with(redirect: Redirect): Redirects {
    return new Redirects([...this.#all(), redirect]);
  }

  without(key: string): Redirects {
    return new Redirects(this.#all().filter((redirect) => redirect.key !== key));
  }

  #all(): Redirect[] {
    return [...this.#into].map(([key, into]) => ({ key, into }));
  }
}
