import type { Modality, Polarity } from '../../schema/ontology/statements.ts';

/** Records whose shape is right. What is absent is left out; lists are empty instead. */
export interface DatasetRecord {
  readonly key: string;
  readonly title: string;
  readonly titleDe?: string | undefined;
  readonly licence?: string | undefined;
  readonly description?: string | undefined;
  readonly descriptionDe?: string | undefined;
  readonly source?: string | undefined;
  /** Whose word on an entity is shown where several datasets describe it: the smallest. */
  readonly precedence: number;
  /** Whether this is an excerpt: what it does not say is not retracted. */
  readonly partial?: boolean | undefined;
}

export interface EntityRecord {
  readonly key: string;
  readonly type: string;
  readonly nameEn?: string | undefined;
  readonly nameDe?: string | undefined;
  readonly aliases: readonly string[];
  readonly descriptionEn?: string | undefined;
  readonly descriptionDe?: string | undefined;
  readonly sameAs: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface DocumentRecord {
  readonly key: string;
  readonly title: string;
  readonly titleInferred: boolean;
  readonly language: string;
  readonly url?: string | undefined;
  readonly publishedAt?: string | undefined;
  readonly publisher?: string | undefined;
  readonly basedOn: readonly string[];
  readonly textSha256?: string | undefined;
  readonly textLength?: number | undefined;
}

export interface ValueRecord {
  readonly text?: string | undefined;
  readonly number?: number | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly unit?: string | undefined;
  readonly boolean?: boolean | undefined;
  readonly time?: string | undefined;
  readonly approximate?: boolean | undefined;
}

export interface BothLanguages {
  readonly en?: string | undefined;
  readonly de?: string | undefined;
}

export interface PassageRecord {
  readonly start: number;
  readonly end: number;
  readonly sha256: string;
}

export interface StatementRecord {
  readonly document: string;
  readonly subject: string;
  readonly predicate: string;
  readonly object?: string | undefined;
  readonly value?: ValueRecord | undefined;
  readonly role?: string | undefined;
  readonly place?: string | undefined;
  readonly scope?: string | undefined;
  readonly comparedTo?: string | undefined;
  readonly modality: Modality;
  readonly polarity: Polarity;
  readonly time?: string | undefined;
  readonly saidAt?: string | undefined;
  readonly attributedTo: readonly string[];
  readonly attribution?: BothLanguages | undefined;
  readonly via?: string | undefined;
  readonly summary?: BothLanguages | undefined;
  readonly passage?: PassageRecord | undefined;
}

/** A relation that a dataset gives as a whole, without a document behind it. */
export interface RelationRecord {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly role?: string | undefined;
  readonly period?: string | undefined;
}

export interface RecordOf {
  readonly dataset: DatasetRecord;
  readonly entity: EntityRecord;
  readonly document: DocumentRecord;
  readonly statement: StatementRecord;
  readonly relation: RelationRecord;
}
export type Kind = keyof RecordOf;
