import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { StatementRecord } from '../../import/check/records.ts';
import { relationOfStatement, statementId } from '../../import/identity.ts';
import { deriveRelation } from '../../import/write/derive-relations.ts';
import { entityRow } from '../../import/write/describe-entity.ts';
import { documentRow } from '../../import/write/document-row.ts';
import type { StatementState } from '../../import/write/statement-questions.ts';
import {
  claimOf,
  type DocumentOfStatement,
  statementState,
  statementWriteRow,
} from '../../import/write/statement-state.ts';
import type { Ontology } from '../../schema/ontology/define.ts';
import { datasetKey, type NewsGraph } from '../graph/news-graph.ts';
import { CsvTable } from './csv-table.ts';
import { Mentions } from './mentions.ts';
import { propertiesOf } from './properties.ts';
import { ProvenanceTables } from './provenance-tables.ts';

/** Files for the offline importer, as `header,data`. */
export interface CsvFiles {
  /** By labels, as `Entity:Company`. */
  readonly nodes: ReadonlyMap<string, string>;
  readonly relationships: ReadonlyMap<string, string>;
  readonly counts: GraphCounts;
}

export interface GraphCounts {
  readonly entities: number;
  readonly relations: number;
  readonly statements: number;
  readonly documents: number;
}

/**
 * Writes a graph as the import would: every row comes from the import's own functions. Nodes are
 * numbered through: entities, documents, the dataset, statements.
 */
export function writeCsv(graph: NewsGraph, ontology: Ontology, folder: string): CsvFiles {
  mkdirSync(folder, { recursive: true });
  return new GraphWriter(graph, ontology, folder).write();
}

class GraphWriter {
  readonly #graph: NewsGraph;
  readonly #ontology: Ontology;
  readonly #folder: string;
  readonly #entityAt: ReadonlyMap<string, number>;
  readonly #documentAt = new Map<string, number>();
  readonly #facts: DocumentOfStatement[] = [];
  readonly #mentions: Mentions;
  readonly #links: ProvenanceTables;
  readonly #statements: CsvTable;
  readonly #relations = new Map<string, CsvTable>();

  constructor(graph: NewsGraph, ontology: Ontology, folder: string) {
    this.#graph = graph;
    this.#ontology = ontology;
    this.#folder = folder;
    const { records } = graph.entities;
    this.#entityAt = new Map(records.map(({ key }, index) => [key, index]));
    this.#mentions = new Mentions(records.length);
    this.#links = new ProvenanceTables(folder);
    this.#statements = this.#table('Statement', [':ID']);
  }

  write(): CsvFiles {
    const documents = this.#writeDocuments();
    for (const records of this.#graph.relations()) this.#writeRelation(records);
    for (const record of this.#graph.attributes()) {
      this.#writeStatement(this.#stateOf(record), false);
    }
    const entities = this.#writeEntities();
    const dataset = this.#table('Dataset', [':ID']);
    dataset.add([this.#datasetId], propertiesOf({ properties: { key: datasetKey } }));
    const relations = [...this.#relations].map(([type, table]) => [type, table] as const);
    return {
      counts: {
        entities: this.#graph.entities.records.length,
        relations: relations.reduce((sum, [, { rows }]) => sum + rows, 0),
        statements: this.#statements.rows,
        documents: documents.rows,
      },
      nodes: new Map([
        ...[...entities].map(([type, table]) => [`Entity:${type}`, table.close()] as const),
        ...([['Document', documents.close()] as const] as const),
        ...([['Dataset', dataset.close()] as const] as const),
        ...([['Statement', this.#statements.close()] as const] as const),
      ]),
      relationships: new Map([
        ...relations.map(([type, table]) => [type, table.close()] as const),
        ...this.#links.close(),
      ]),
    };
  }

  #writeDocuments(): CsvTable {
    const table = this.#table('Document', [':ID']);
    for (const record of this.#graph.documents()) {
      const { publishedAtEarliest, publishedAtLatest, ...row } = documentRow(record, datasetKey);
      const id = this.#entityAt.size + this.#documentAt.size;
      const dates = { publishedAtEarliest, publishedAtLatest, published: publishedAtLatest };
      table.add([id], propertiesOf({ ...row, dates }));
      this.#documentAt.set(row.key, id);
      this.#facts.push({ publisher: row.publisher, published: publishedAtLatest });
      this.#links.add('IN_DATASET', id, this.#datasetId);
      if (row.publisher !== null) this.#links.add('PUBLISHED', this.#entity(row.publisher), id);
      for (const outlet of row.basedOn) this.#links.add('BASED_ON', id, this.#entity(outlet));
    }
    return table;
  }

  /** One relation with all that affirms or denies it. */
  #writeRelation(records: readonly StatementRecord[]): void {
    const [first] = records;
    const identity = first && relationOfStatement(first, this.#ontology);
    if (!identity) throw new RangeError('statements that are not about a relation');
    const states = records.map((record) => this.#stateOf(record));
    const derived = deriveRelation(identity, states.map(claimOf), [], this.#ontology);
    for (const state of states) this.#writeStatement(state, derived.disputed.has(state.id));
    if (!derived.row) return;
    const table = this.#relationTable(identity.type);
    const [from, to] = [this.#entity(identity.from), this.#entity(identity.to)];
    table.add([from, to], propertiesOf(derived.row));
    this.#mentions.relation(from, to);
  }

  #stateOf(record: StatementRecord): StatementState {
    const facts = this.#facts[this.#document(record.document) - this.#entityAt.size];
    if (!facts) throw new RangeError(`no document ${record.document}`);
    const id = statementId(record, this.#ontology);
    return statementState(id, record, facts, this.#ontology);
  }

  #writeStatement(state: StatementState, disputed: boolean): void {
    const id = this.#datasetId + 1 + this.#statements.rows;
    const { properties, ...row } = statementWriteRow(state);
    const written = { ...row, properties: { ...properties, disputed } };
    this.#statements.add([id], propertiesOf(written));
    this.#links.add('IN_DOCUMENT', id, this.#document(state.document));
    const { subject, object, place, comparedTo, attributedTo, origin } = state;
    const mentioned = new Set<number>();
    const link = (type: string, key: string | null) => {
      if (key === null) return;
      const entity = this.#entity(key);
      this.#links.add(type, id, entity);
      if (type !== 'ORIGIN') mentioned.add(entity);
    };
    link('SUBJECT', subject);
    link('OBJECT', object);
    link('PLACE', place);
    link('COMPARED_TO', comparedTo);
    link('ORIGIN', origin);
    for (const speaker of attributedTo) link('ATTRIBUTED_TO', speaker);
    const { published } = state.properties;
    this.#mentions.statement(mentioned, typeof published === 'string' ? published : null);
  }

  #writeEntities(): Map<string, CsvTable> {
    const tables = new Map<string, CsvTable>();
    for (const [id, record] of this.#graph.entities.records.entries()) {
      const descriptions = [{ dataset: datasetKey, precedence: 100, record }];
      const row = entityRow(descriptions, undefined, this.#ontology);
      if (!row) throw new RangeError(`nothing is said of ${record.key}`);
      const table = tables.get(row.type) ?? this.#table(row.type, [':ID']);
      tables.set(row.type, table);
      table.add([id], propertiesOf({ ...row, ...this.#mentions.of(id) }));
    }
    return tables;
  }

  get #datasetId(): number {
    return this.#entityAt.size + this.#graph.documentCount;
  }

  #entity(key: string): number {
    const id = this.#entityAt.get(key);
    if (id === undefined) throw new RangeError(`no entity ${key}`);
    return id;
  }

  #document(key: string): number {
    const id = this.#documentAt.get(key);
    if (id === undefined) throw new RangeError(`no document ${key}`);
    return id;
  }

  #relationTable(type: string): CsvTable {
    const table = this.#relations.get(type) ?? this.#table(type, [':START_ID', ':END_ID']);
    this.#relations.set(type, table);
    return table;
  }

  #table(name: string, keys: readonly string[]): CsvTable {
    return new CsvTable(join(this.#folder, `${name}.csv`), keys);
  }
}
