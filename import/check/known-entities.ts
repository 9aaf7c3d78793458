import { compileQuestion } from '../../src/graph/question.ts';
import type { GraphReader } from '../../src/graph/reader.ts';
import type { Checked } from './checked.ts';
import { type EntityKeyRow, entitiesOfKeys } from './graph-keys.ts';

/** Entities that a record may refer to: those of the input, and those of the graph that stay. */
export class KnownEntities {
  readonly #client: GraphReader;
  readonly #checked: Checked;
  readonly #stored = new Map<string, { type: string; datasets: readonly string[] } | null>();
  readonly #refused = new Map<string, string>();

  constructor(client: GraphReader, checked: Checked) {
    this.#client = client;
    this.#checked = checked;
  }

  /** Looks up what is stored under the keys, to be asked for afterwards. */
  async look(keys: Iterable<string>): Promise<void> {
    const unseen = [...new Set(keys)].filter((key) => !this.#stored.has(key));
    if (unseen.length === 0) return;
    for (const key of unseen) this.#stored.set(key, null);
    for (const row of await this.#client.read(compileQuestion(entitiesOfKeys, unseen))) {
      this.#stored.set(row.key, { type: typeOf(row), datasets: row.datasets });
    }
  }

  storedType(key: string): string | null {
    return this.#stored.get(key)?.type ?? null;
  }

  typeOf(key: string): string | null {
    const described = this.#checked.entities.get(key)?.type;
    if (described !== undefined) return described;
    const stored = this.#stored.get(key);
    return stored && this.#stays(key, stored.datasets) ? stored.type : null;
  }

  inInput(key: string): boolean {
    return this.#checked.entities.has(key);
  }

  /** Remembers why a key is missing, for those who refer to it. */
  refuse(key: string, where: string): void {
    this.#refused.set(key, where);
  }

  whyMissing(key: string): string {
    const refused = this.#refused.get(key);
    if (refused !== undefined) return `"${key}" was itself rejected (${refused})`;
    const { datasets = [] } = this.#stored.get(key) ?? {};
    if (datasets.length === 0) return `there is no entity "${key}"; add it, or correct the key`;
    return `"${key}" is in the graph only because ${datasets.join(', ')} said so before, and no longer does; describe it there`;
  }

  #stays(key: string, datasets: readonly string[]): boolean {
    const { datasets: imported, keeping } = this.#checked;
    return datasets.some((dataset) => !imported.has(dataset) || keeping.keepsEntity(dataset, key));
  }
}

function typeOf({ labels }: EntityKeyRow): string {
  return labels.find((label) => label !== 'Entity') ?? 'Entity';
}
