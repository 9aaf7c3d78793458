import type { DocumentRecord, EntityRecord, StatementRecord } from './records.ts';

/** Takes what may be written as soon as that is certain: all entities, then documents and so on. */
export interface Accepting {
  entity(dataset: string, record: EntityRecord): void;
  document(dataset: string, record: DocumentRecord): void;
  /** `id`: its identity. */
  statement(id: string, record: StatementRecord): void;
  /** What a dataset says of the relation of this id; an empty period for none. */
  relation(id: string, dataset: string, period: string): void;
}
