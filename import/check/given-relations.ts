import { relationOfId } from '../identity.ts';
import type { SortedStore } from '../sorted-store.ts';

/** That a dataset gives a relation as a whole; an empty period for none. */
export type Given = readonly [dataset: string, period: string];

/** The relations that the input gives, by id, with who gives them. */
export class GivenRelations {
  readonly #store: SortedStore<readonly Given[]> | null;

  /** Null for an input that gives none. */
  constructor(store: SortedStore<readonly Given[]> | null) {
    this.#store = store;
  }

  /** Those of the ids that are given. */
  async of(ids: readonly string[]): Promise<Map<string, readonly Given[]>> {
    const found = (await this.#store?.get(ids.map(keyOf))) ?? [];
    return new Map(
      ids.flatMap((id, index) => {
        const given = found[index];
        return given ? [[id, given] as const] : [];
      }),
    );
  }

  async add(relations: ReadonlyMap<string, readonly Given[]>): Promise<void> {
    await this.#store?.put([...relations].map(([id, given]) => [keyOf(id), given] as const));
  }

  /** All, type by type. */
  async *batches(size: number): AsyncGenerator<Map<string, readonly Given[]>> {
    for await (const batch of this.#store?.batches(size) ?? []) {
      yield new Map(batch.map(([key, given]) => [idOf(key), given]));
    }
  }
}

/** Types lie together, so that few statements are needed for many relations. No id has a line break. */
function keyOf(id: string): string {
  return `${relationOfId(id).type}\n${id}`;
}

function idOf(key: string): string {
  return key.slice(key.indexOf('\n') + 1);
}
