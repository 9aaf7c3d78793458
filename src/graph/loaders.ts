import DataLoader from 'dataloader';
import { z } from 'zod';
import type { Ontology } from '../../schema/ontology/define.ts';
import type { GraphReader } from './client.ts';
import { cypher, parameter } from './cypher.ts';
import { compileQuestion, type Question, question } from './question.ts';
import { ConflictRow, conflictColumns } from './rows/conflict.ts';
import { DocumentRow, documentColumns } from './rows/document.ts';
import { EntityRow, entityColumns } from './rows/entity.ts';
import { RelationRow, relationColumns } from './rows/relation.ts';
import { StatementRow, statementColumns } from './rows/statement.ts';

export interface ByKey {
  readonly ontology: Ontology;
  readonly keys: readonly string[];
}

const found = <Item extends z.ZodType>(item: Item) => z.object({ key: z.string(), item });

export const entitiesByKey = question({
  name: 'entities-by-key',
  row: found(EntityRow),
  ask: ({ ontology, keys }: ByKey) => cypher`UNWIND ${parameter('keys', keys)} AS key
MATCH (entity:Entity {key: key})
RETURN key, ${entityColumns(ontology, cypher`entity`)} AS item`,
});

export const documentsByKey = question({
  name: 'documents-by-key',
  row: found(DocumentRow),
  ask: ({ keys }: ByKey) => cypher`UNWIND ${parameter('keys', keys)} AS key
MATCH (document:Document {key: key})
RETURN key, ${documentColumns(cypher`document`)} AS item`,
});

export const statementsById = question({
  name: 'statements-by-id',
  row: found(StatementRow),
  ask: ({ keys }: ByKey) => cypher`UNWIND ${parameter('keys', keys)} AS key
MATCH (statement:Statement {id: key})
RETURN key, ${statementColumns(cypher`statement`)} AS item`,
});

export const conflictsById = question({
  name: 'conflicts-by-id',
  row: found(ConflictRow),
  ask: ({ keys }: ByKey) => cypher`UNWIND ${parameter('keys', keys)} AS key
MATCH (conflict:Conflict {id: key})
RETURN key, ${conflictColumns(cypher`conflict`)} AS item`,
});

/** A relation's id begins with the key of the entity that it starts from. */
export const relationsById = question({
  name: 'relations-by-id',
  row: found(RelationRow),
  ask: ({ keys }: ByKey) => cypher`UNWIND ${parameter('keys', keys)} AS key
MATCH (:Entity {key: split(key, ':')[0]})-[relation]->(:Entity {key: split(key, ':')[2]})
WHERE relation.id = key
RETURN key, ${relationColumns(cypher`relation`)} AS item`,
});

/** Loads for many keys at once. */
type Load<Value> = (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>;

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
    return this.#byKey(entitiesByKey, key);
  }

  /** Entities that an answer has brought whole: whoever asks for them by key is given these. */
  know(entities: readonly EntityRow[]): void {
    const known = this.#loader([entitiesByKey.name], this.#loadByKey(entitiesByKey), null);
    for (const row of entities) known.prime(row.key, row);
  }

  document(key: string) {
    return this.#byKey(documentsByKey, key);
  }

  statement(id: string) {
    return this.#byKey(statementsById, id);
  }

  conflict(id: string) {
    return this.#byKey(conflictsById, id);
  }

  relation(id: string) {
    return this.#byKey(relationsById, id);
  }

  /**
   * Loads for one key together with all others that are asked for under the same identity in this
   * tick. The identity says what is loaded: a name and every argument.
   */
  batch<Value>(
    identity: readonly unknown[],
    key: string,
    load: Load<Value>,
    absent: Value,
  ): Promise<Value> {
    return this.#loader(identity, load, absent).load(key) as Promise<Value>;
  }

  #loader<Value>(identity: readonly unknown[], load: Load<Value>, absent: Value) {
    const name = JSON.stringify(identity);
    let loader = this.#batches.get(name);
    if (!loader) {
      loader = new DataLoader(async (keys) => {
        const values = await load(keys);
        return keys.map((each) => values.get(each) ?? absent);
      });
      this.#batches.set(name, loader);
    }
    return loader;
  }

  #byKey<Item>(asked: Question<ByKey, { key: string; item: Item }>, key: string) {
    return this.batch<Item | null>([asked.name], key, this.#loadByKey(asked), null);
  }

  #loadByKey<Item>(asked: Question<ByKey, { key: string; item: Item }>): Load<Item> {
    return async (keys) => {
      const compiled = compileQuestion(asked, { ontology: this.#ontology, keys });
      const rows = await this.#client.read(compiled);
      return new Map(rows.map((row) => [row.key, row.item]));
    };
  }
}
