import type { Ontology } from '../schema/ontology/define.ts';
import type { GraphReader } from '../src/graph/reader.ts';

/** Ids of relations of one type. */
export interface RelationIds {
  readonly type: string;
  readonly ids: readonly string[];
}

/** Which part of the graph is exported: keys and ids in pages, in an order that is always the same. */
export interface Scope {
  /** Keys of the datasets whose word is told; null for all. */
  readonly datasets: ReadonlySet<string> | null;
  /** Whether it holds all that these datasets say. */
  readonly complete: boolean;
  /** Keys, in order; with whatever the rest mentions. */
  entities(): AsyncIterable<readonly string[]>;
  /** Keys, in order. */
  documents(): AsyncIterable<readonly string[]>;
  /** Ids, by document and then in order. */
  statements(): AsyncIterable<readonly string[]>;
  /** By type as the ontology declares them, then in order of their ids. */
  relations(): AsyncIterable<RelationIds>;
}

export interface ScopeOptions {
  readonly client: GraphReader;
  readonly ontology: Ontology;
}

/** How many keys a page has. */
export const pageSize = 1_000;

/** Pages until there is nothing after the last. */
export async function* paged<Row>(
  page: (after: Row | null) => Promise<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  for (let after: Row | null = null; ; ) {
    const rows: readonly Row[] = await page(after);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = last;
  }
}

export function* chunked<Item>(
  items: readonly Item[],
  size: number = pageSize,
): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
