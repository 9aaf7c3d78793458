import { z } from 'zod';
import type { RangeFilter, StringFilter } from '../../src/graph/filters/scalars.ts';
import type { Ontology } from '../ontology/define.ts';
import type { PropertyDeclaration } from '../ontology/properties.ts';
import type { Builder, GraphTypes } from './builder.ts';
import type { Enums } from './enums.ts';
import type {
  ConflictFilterInput,
  DocumentFilterInput,
  EntityFilterInput,
  RelationFilterInput,
  StatementFilterInput,
} from './filter-inputs.ts';
import type { EntityRef } from './global-id.ts';
import { maximalIds, maximalText } from './limits.ts';

type InputFields = PothosSchemaTypes.InputFieldBuilder<
  PothosSchemaTypes.ExtendDefaultTypes<GraphTypes>,
  'InputObject'
>;

const text = z.string().max(maximalText).nullish();
const list = <Item extends z.ZodType>(item: Item) => z.array(item).max(maximalIds).nullish();

/** The filters of the schema and what they are made of. */
export function defineInputs(builder: Builder, ontology: Ontology, enums: Enums) {
  const EntityRefInput = builder.inputRef<EntityRef>('EntityRef').implement({
    description: 'An entity, by its id or by its key.',
    isOneOf: true,
    fields: (t) => ({
      id: t.id({ description: 'From an id field.', validate: text }),
      key: t.string({ description: 'Such as "xiaomi".', validate: text }),
    }),
  });
  const StringFilterInput = builder.inputRef<StringFilter>('StringFilter').implement({
    description: 'Conditions on a text, without regard to case and accents. All hold.',
    fields: (t) => ({
      eq: t.string({ description: 'Is the whole text.', validate: text }),
      in: t.stringList({
        description: 'Is one of the texts.',
        validate: list(z.string().max(maximalText)),
      }),
      contains: t.string({ description: 'Occurs in the text.', validate: text }),
      startsWith: t.string({ description: 'Begins the text.', validate: text }),
    }),
  });
  const DateFilter = builder.inputRef<RangeFilter<string>>('DateFilter').implement({
    description:
      'Conditions on a day. All hold; of a period, each holds when it holds for some day of it.',
    fields: (t) => ({
      eq: t.field({ type: 'Date', description: 'On the day.' }),
      gt: t.field({ type: 'Date', description: 'After the day.' }),
      gte: t.field({ type: 'Date', description: 'On the day or after.' }),
      lt: t.field({ type: 'Date', description: 'Before the day.' }),
      lte: t.field({ type: 'Date', description: 'On the day or before.' }),
    }),
  });
  const IntFilter = builder.inputRef<RangeFilter<number>>('IntFilter').implement({
    description: 'Conditions on a whole number. All hold.',
    fields: (t) => ({
      eq: t.int({ description: 'Equals.' }),
      gt: t.int({ description: 'Is greater.' }),
      gte: t.int({ description: 'Is greater or equal.' }),
      lt: t.int({ description: 'Is less.' }),
      lte: t.int({ description: 'Is less or equal.' }),
    }),
  });

  const EntityFilter = builder.inputRef<EntityFilterInput>('EntityFilter');
  const RelationFilter = builder.inputRef<RelationFilterInput>('RelationFilter');
  const StatementFilter = builder.inputRef<StatementFilterInput>('StatementFilter');
  const DocumentFilter = builder.inputRef<DocumentFilterInput>('DocumentFilter');
  const ConflictFilter = builder.inputRef<ConflictFilterInput>('ConflictFilter');
  const RelationQuantifier = builder
    .inputRef<NonNullable<EntityFilterInput['relations']>>('RelationQuantifier')
    .implement({
      description: 'Conditions on the relations of an entity, in either direction. All hold.',
      fields: (t) => ({
        some: t.field({ type: RelationFilter, description: 'At least one is like this.' }),
        none: t.field({ type: RelationFilter, description: 'None is like this.' }),
        count: t.field({
          type: IntFilter,
          description: 'How many relations there are, of any type.',
        }),
      }),
    });

  const entityConditions = (t: InputFields, filter: typeof EntityFilter) => ({
    and: t.field({ type: [filter], description: 'All of these hold.' }),
    or: t.field({ type: [filter], description: 'At least one of these holds.' }),
    not: t.field({ type: filter, description: 'This does not hold.' }),
    types: t.field({
      type: [enums.EntityType],
      description: 'Is of one of the types.',
      validate: list(z.unknown()),
    }),
    ref: t.field({
      type: [EntityRefInput],
      description: 'Is one of these.',
      validate: list(z.unknown()),
    }),
    name: t.field({ type: StringFilterInput, description: 'Of any of its names and aliases.' }),
    relations: t.field({ type: RelationQuantifier, description: 'Of its relations.' }),
  });
  EntityFilter.implement({
    description: 'Conditions on an entity. All hold.',
    fields: (t) => entityConditions(t, EntityFilter),
  });
  RelationFilter.implement({
    description: 'Conditions on a relation and its ends. All hold.',
    fields: (t) => ({
      and: t.field({ type: [RelationFilter], description: 'All of these hold.' }),
      or: t.field({ type: [RelationFilter], description: 'At least one of these holds.' }),
      not: t.field({ type: RelationFilter, description: 'This does not hold.' }),
      types: t.field({
        type: [enums.RelationType],
        description: 'Is of one of the types.',
        validate: list(z.unknown()),
      }),
      modalities: t.field({
        type: [enums.Modality],
        description: 'The strongest modality behind it is one of these.',
        validate: list(z.unknown()),
      }),
      role: t.field({ type: StringFilterInput, description: 'Of its role.' }),
      period: t.field({ type: DateFilter, description: 'Of the time it holds or took place.' }),
      firstReported: t.field({ type: DateFilter, description: 'Of its first publication.' }),
      from: t.field({ type: EntityFilter, description: 'Of the entity that it is read from.' }),
      to: t.field({ type: EntityFilter, description: 'Of the entity that it is read to.' }),
      other: t.field({
        type: EntityFilter,
        description: 'Of the entity at its far end; of either end where no entity is looked from.',
      }),
    }),
  });
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
        validate: list(z.unknown()),
      }),
      modalities: t.field({
        type: [enums.Modality],
        description: 'Has one of these modalities.',
        validate: list(z.unknown()),
      }),
      polarity: t.field({ type: enums.Polarity, description: 'Affirms, or denies.' }),
      published: t.field({ type: DateFilter, description: 'Of its document’s publication.' }),
      attributedTo: t.field({
        type: [EntityRefInput],
        description: 'One of these speaks.',
        validate: list(z.unknown()),
      }),
      origins: t.field({
        type: [EntityRefInput],
        description: 'Goes back to one of these outlets.',
        validate: list(z.unknown()),
      }),
      document: t.idList({
        description: 'Stands in one of these documents.',
        validate: list(z.unknown()),
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
      title: t.field({ type: StringFilterInput, description: 'Of its title.' }),
      language: t.stringList({
        description: 'Is in one of these languages (BCP 47).',
        validate: list(z.string().max(maximalText)),
      }),
      published: t.field({
        type: DateFilter,
        description: 'Of the day by which it was certainly published.',
      }),
      publisher: t.field({
        type: [EntityRefInput],
        description: 'One of these published it.',
        validate: list(z.unknown()),
      }),
      basedOn: t.field({
        type: [EntityRefInput],
        description: 'It relays one of these.',
        validate: list(z.unknown()),
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
        validate: list(z.unknown()),
      }),
      about: t.field({
        type: EntityFilter,
        description: 'Of an entity that it is about: the subject or the object.',
      }),
      predicates: t.field({
        type: [enums.Predicate],
        description: 'Is about one of these.',
        validate: list(z.unknown()),
      }),
      document: t.idList({
        description: 'Some statement of it stands in one of these documents.',
        validate: list(z.unknown()),
      }),
    }),
  });

  /** `PlaceFilter`: the conditions on any entity, and those on the type's own properties. */
  const typedFilter = (type: string, kinds: Readonly<Record<string, Enums['EntityType']>>) => {
    const filter = builder.inputRef<EntityFilterInput>(`${type}Filter`);
    return filter.implement({
      description: `Conditions on entities of type ${type}. All hold.`,
      fields: (t) => ({
        ...entityConditions(t, filter),
        ...Object.fromEntries(
          filterable(ontology.entities[type]?.properties ?? {}).map(([name, { description }]) => [
            name,
            kinds[name]
              ? t.field({
                  type: [kinds[name]],
                  description: `One of these. ${description}`,
                  validate: list(z.unknown()),
                })
              : t.field({ type: StringFilterInput, description }),
          ]),
        ),
      }),
    });
  };
  return {
    ...{ EntityRef: EntityRefInput, EntityFilter, RelationFilter, StatementFilter, DocumentFilter },
    ...{ ConflictFilter, typedFilter },
  };
}

export type Inputs = ReturnType<typeof defineInputs>;

function filterable(properties: Readonly<Record<string, PropertyDeclaration>>) {
  return Object.entries(properties).filter(([, { kind }]) => kind !== 'point');
}
