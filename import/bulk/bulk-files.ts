import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Ontology } from '../../schema/ontology/define.ts';
import type { Accepting } from '../check/accepting.ts';
import type { DocumentRecord, EntityRecord, StatementRecord } from '../check/records.ts';
import { relationOfStatement } from '../identity.ts';
import type { ConflictChange } from '../report/conflict-change.ts';
import type { DocumentOfStatement } from '../write/statement-state.ts';
import { ConflictFiles } from './conflict-files.ts';
import { type CsvFiles, CsvFolder } from './csv/csv-folder.ts';
import { ListSeparator } from './csv/list-separator.ts';
import { EntityCounts } from './entity-counts.ts';
import {
  attributeKey,
  type Entitled,
  type Given,
  type GraphFiles,
  type Said,
} from './graph-files.ts';
import { NodeNumbers } from './node-numbers.ts';
import { Partitions } from './partitions.ts';
import { writeAttribute } from './write-attribute.ts';
import { writeDocument } from './write-document.ts';
import { type Described, writeEntity } from './write-entity.ts';
import { writeRelation } from './write-relation.ts';

export interface BulkOptions {
  readonly ontology: Ontology;
  /** An empty folder, which takes some five times as much as the input. */
  readonly folder: string;
  /** About how many bytes the records are as JSON, by kind. */
  readonly bytes: {
    readonly entity: number;
    readonly statement: number;
    readonly relation: number;
  };
}

export interface WrittenGraph {
  readonly files: CsvFiles;
  readonly counts: {
    readonly entity: number;
    readonly document: number;
    readonly statement: number;
    readonly relation: number;
  };
  /** Are read from disk while the folder is there. */
  readonly conflicts: Iterable<ConflictChange>;
  readonly entityKeys: Iterable<string>;
}

/**
 * A graph in files for the offline importer, as the import would have written it: by its own functions,
 * about each thing once, with all that is said of it at hand.
 */
export class BulkFiles implements Accepting {
  readonly #options: BulkOptions;
  readonly #numbers = new NodeNumbers();
  readonly #separator = new ListSeparator();
  readonly #documents = new Map<string, DocumentOfStatement>();
  readonly #entities: Partitions<Described>;
  readonly #relations: Partitions<Said | Given>;
  readonly #attributes: Partitions<Said | Entitled>;
  #csv: CsvFolder | null = null;
  #statements = 0;

  constructor(options: BulkOptions) {
    this.#options = options;
    const { entity, statement, relation } = options.bytes;
    this.#entities = new Partitions(this.#at('entities'), entity);
    this.#relations = new Partitions(this.#at('relations'), statement + relation);
    this.#attributes = new Partitions(this.#at('attributes'), statement);
  }

  entity(dataset: string, record: EntityRecord): void {
    this.#numbers.addEntity(record.key);
    this.#separator.see(record.aliases);
    this.#entities.add(record.key, { dataset, record });
  }

  document(dataset: string, record: DocumentRecord): void {
    const files = { csv: this.#openCsv(), numbers: this.#numbers };
    this.#documents.set(record.key, writeDocument(record, dataset, files));
  }

  statement(id: string, record: StatementRecord): void {
    this.#statements++;
    const relation = relationOfStatement(record, this.#options.ontology);
    if (relation) this.#relations.add(relation.id, { id, record });
    else this.#attributes.add(attributeKey(record.subject, record.predicate), { id, record });
  }

  relation(id: string, dataset: string, period: string): void {
    this.#relations.add(id, { dataset, period });
  }

  /** Writes all that is left. `onWritten` is called with numbers of records, and may end it. */
  async finish(
    precedences: ReadonlyMap<string, number>,
    onWritten: (count: number) => void,
  ): Promise<WrittenGraph> {
    const { files, entities } = this.#files();
    onWritten(this.#documents.size);
    let relations = 0;
    await eachGroup(this.#relations, (id, items) => {
      if (writeRelation(id, items, files)) relations++;
      onWritten(items.length);
    });
    await eachGroup(this.#attributes, (_, items) => {
      writeAttribute(items, files);
      onWritten(items.filter((item) => 'record' in item).length);
    });
    // Last, because they carry what was counted.
    await eachGroup(this.#entities, (key, described) => {
      writeEntity(key, described, precedences, files);
      onWritten(described.length);
    });
    for (const name of ['entities', 'relations', 'attributes']) {
      await rm(this.#at(name), { recursive: true });
    }
    return {
      files: files.csv.close(),
      counts: {
        ...{ entity: entities, document: this.#documents.size },
        ...{ statement: this.#statements, relation: relations },
      },
      conflicts: files.conflicts.changes(),
      entityKeys: this.#numbers.entityKeys,
    };
  }

  #files(): { readonly files: GraphFiles; readonly entities: number } {
    const { ontology, bytes } = this.#options;
    const [csv, numbers, entities] = [this.#openCsv(), this.#numbers, this.#numbers.entityCount];
    // Few statements are in conflicts, and each of those with its derived properties.
    const found = { folder: this.#at('conflicts'), bytes: bytes.statement / 8 };
    const conflicts = new ConflictFiles({ ...found, csv, numbers, ontology });
    const files = {
      ...{ ontology, csv, numbers, counts: new EntityCounts(entities), conflicts },
      ...{ attributes: this.#attributes, documents: this.#documents },
    };
    return { files, entities };
  }

  /** Not before all lists with words in them are seen. */
  #openCsv(): CsvFolder {
    this.#csv ??= new CsvFolder(this.#at('csv'), this.#separator.free);
    return this.#csv;
  }

  #at(name: string): string {
    return join(this.#options.folder, name);
  }
}

async function eachGroup<Item>(
  partitions: Partitions<Item>,
  work: (key: string, items: readonly Item[]) => void,
): Promise<void> {
  for (const groups of partitions.partitions()) {
    for (const [key, items] of groups) work(key, items);
    // Lets signals in.
    await setImmediate();
  }
}
