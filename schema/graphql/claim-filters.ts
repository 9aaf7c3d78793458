import type { InputRef } from '@pothos/core';
import type { Builder } from './builder.ts';
import type { Enums } from './enums.ts';
import type {
  ConflictFilterInput,
  DocumentFilterInput,
  EntityFilterInput,
  StatementFilterInput,
} from './filter-inputs.ts';
import { listed, listedTexts, type ScalarFilters } from './scalar-filters.ts';

interface FilterParts extends ScalarFilters {
  readonly EntityFilter: InputRef<EntityFilterInput>;
}

/** Filters of what is claimed, where it stands, and what of it conflicts. */
export function defineClaimFilters(
  builder: Builder,
  enums: Enums,
  { EntityRef, StringFilter, DateFilter, EntityFilter }: FilterParts,
) {
  const StatementFilter = builder.inputRef<StatementFilterInput>('StatementFilter');
  const DocumentFilter = builder.inputRef<DocumentFilterInput>('DocumentFilter');
  const ConflictFilter = builder.inputRef<ConflictFilterInput>('ConflictFilter');
  StatementFilter.implement({
    description: 'Conditions on a statement. All hold.',
    fields: (t) => ({
      and: t.field({ type: [StatementFilter], description: 'All of these hold.' }),
      or: t.field({ type: [StatementFilter], description: 'At least one of these holds.' }),
      not: t.field({ type: StatementFilter, description: 'This does not hold.' }),
      subject: t.field({ type: EntityFilter, description: 'Of its subject.' }),
      object: t.field({ type: EntityFilter, description: 'Of its object.' }),
      predicates: t.field({
        type: [enums.Predicate],
        description: 'Says one of these.',
        validate: listed,
      }),
      modalities: t.field({
        type: [enums.Modality],
        description: 'Has one of these modalities.',
        validate: listed,
      }),
      polarity: t.field({ type: enums.Polarity, description: 'Affirms, or denies.' }),
      published: t.field({ type: DateFilter, description: 'Of its document’s publication.' }),
      attributedTo: t.field({
        type: [EntityRef],
        description: 'One of these speaks.',
        validate: listed,
      }),
      origins: t.field({
        type: [EntityRef],
        description: 'Goes back to one of these outlets.',
        validate: listed,
      }),
      document: t.idList({
        description: 'Stands in one of these documents.',
        validate: listed,
      }),
      disputed: t.boolean({ description: 'Whether another statement contradicts it.' }),
    }),
  });
  DocumentFilter.implement({
    description: 'Conditions on a document. All hold.',
    fields: (t) => ({
      and: t.field({ type: [DocumentFilter], description: 'All of these hold.' }),
      or: t.field({ type: [DocumentFilter], description: 'At least one of these holds.' }),
      not: t.field({ type: DocumentFilter, description: 'This does not hold.' }),
      title: t.field({ type: StringFilter, description: 'Of its title.' }),
      language: t.stringList({
        description: 'Is in one of these languages (BCP 47).',
        validate: listedTexts,
      }),
      published: t.field({
        type: DateFilter,
        description: 'Of the day by which it was certainly published.',
      }),
      publisher: t.field({
        type: [EntityRef],
        description: 'One of these published it.',
        validate: listed,
      }),
      basedOn: t.field({
        type: [EntityRef],
        description: 'It relays one of these.',
        validate: listed,
      }),
    }),
  });

  ConflictFilter.implement({
    description: 'Conditions on a conflict. All hold.',
    fields: (t) => ({
      and: t.field({ type: [ConflictFilter], description: 'All of these hold.' }),
      or: t.field({ type: [ConflictFilter], description: 'At least one of these holds.' }),
      not: t.field({ type: ConflictFilter, description: 'This does not hold.' }),
      kinds: t.field({
        type: [enums.ConflictKind],
        description: 'Is of one of these kinds.',
        validate: listed,
      }),
      about: t.field({
        type: EntityFilter,
        description: 'Of an entity that it is about: the subject or the object.',
      }),
      predicates: t.field({
        type: [enums.Predicate],
        description: 'Is about one of these.',
        validate: listed,
      }),
      document: t.idList({
        description: 'Some statement of it stands in one of these documents.',
        validate: listed,
      }),
    }),
  });
  return { StatementFilter, DocumentFilter, ConflictFilter };
}
