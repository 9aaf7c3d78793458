import type { Ontology } from '../../schema/ontology/define.ts';
import type { StatementRecord } from '../check/records.ts';
import type { DocumentOfStatement } from '../write/statement-state.ts';
import type { ConflictFiles } from './conflict-files.ts';
import type { CsvFolder } from './csv/csv-folder.ts';
import type { EntityCounts } from './entity-counts.ts';
import type { NodeNumbers } from './node-numbers.ts';
import type { Partitions } from './partitions.ts';

/** A statement of a document, by its identity. */
export interface Said {
  readonly id: string;
  readonly record: StatementRecord;
}

/** What a dataset says of a relation as a whole. */
export interface Given {
  readonly dataset: string;
  readonly period: string;
}

/** Somebody who may revise what was said of a plan; an entity by its key. */
export interface Entitled {
  readonly entitled: string;
}

/** What the steps of writing a graph for the offline importer share. */
export interface GraphFiles {
  readonly ontology: Ontology;
  readonly csv: CsvFolder;
  readonly numbers: NodeNumbers;
  readonly counts: EntityCounts;
  readonly conflicts: ConflictFiles;
  /** By an entity and an attribute. */
  readonly attributes: Partitions<Said | Entitled>;
  /** What statements take over from their documents, by key. */
  readonly documents: ReadonlyMap<string, DocumentOfStatement>;
}

export function attributeKey(subject: string, predicate: string): string {
  return `${subject} ${predicate}`;
}
