import DataLoader from 'dataloader';
import { z } from 'zod';
import type { Ontology } from '../../schema/ontology/define.ts';
import { compileCypher, cypher, parameter, variable } from './cypher.ts';
import { finders } from './finders.ts';
import type { CompiledQuestion } from './question.ts';
import type { GraphReader } from './reader.ts';
import { catalogueOf, type RowKind, type Rows } from './rows/kinds.ts';
import { type Shape, wholeShape } from './select/shape.ts';

type Keyed<Row> = CompiledQuestion<{ key: string; item: Row }>;

/** Rows by key, or by id, as far as they are asked for. */
export function rowsByKey<Kind extends RowKind>(
  kind: Kind,
  shape: Shape<Rows[Kind]>,
): Keyed<Rows[Kind]> {
  const row = variable(kind);
  return {
    name: `${kind}-by-key`,
    row: z.object({ key: z.string(), item: shape.schema }),
    read: ({ key, item }) => ({ key: String(key), item: shape.read(item as unknown[]) }),
    ...compileCypher(cypher`UNWIND ${parameter('rowKeys', [])} AS key
${finders[kind](row, cypher`key`)}
RETURN key, ${shape.values(row)} AS item`),
  };
}

/** The same for other rows. */
export function withKeys<Row>(question: Keyed<Row>, rowKeys: readonly string[]): Keyed<Row> {
  return { ...question, parameters: { ...question.parameters, rowKeys } };
}

/** What one request has asked for so far: each thing once, and many of a kind together. */
export class Loaders {
  readonly #client: GraphReader;
  readonly #ontology: Ontology;
  readonly #batches = new Map<string, DataLoader<string, unknown>>();

  constructor(client: GraphReader, ontology: Ontology) {
    this.#client = client;
    this.#ontology = ontology;
  }

  entity(key: string) {
    return this.#whole('entity', key);
  }

  document(key: string) {
    return this.#whole('document', key);
  }

  /** One row, as far as a place of the document asks for it. */
  row<Kind extends RowKind>(
    kind: Kind,
    key: string,
    place: string,
    question: () => Keyed<Rows[Kind]>,
  ): Promise<Rows[Kind] | null> {
    return this.batch<Rows[Kind] | null>(
      ['row', kind, place],
      key,
      async (keys) => {
        const rows = await this.#client.read(withKeys(question(), keys));
        return new Map(rows.map((row) => [row.key, row.item]));
      },
      null,
    );
  }

  /**
   * Loads for one key together with all others that are asked for under the same identity in this
   * tick. The identity says what is loaded: a name and every argument.
   */
  batch<Value>(
    identity: readonly unknown[],
    key: string,
    load: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
    absent: Value,
  ): Promise<Value> {
    const name = JSON.stringify(identity);
    let batch = this.#batches.get(name);
    if (!batch) {
      batch = new DataLoader(async (keys) => {
        const values = await load(keys);
        return keys.map((each) => values.get(each) ?? absent);
      });
      this.#batches.set(name, batch);
    }
    return batch.load(key) as Promise<Value>;
  }

  #whole<Kind extends RowKind>(kind: Kind, key: string) {
    return this.row(kind, key, 'whole', () =>
      rowsByKey(kind, wholeShape(catalogueOf(kind, this.#ontology))),
    );
  }
}
