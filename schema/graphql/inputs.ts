import type { Ontology } from '../ontology/define.ts';
import type { PropertyDeclaration } from '../ontology/properties.ts';
import type { Builder } from './builder.ts';
import { defineClaimFilters } from './claim-filters.ts';
import type { Enums } from './enums.ts';
import type { EntityFilterInput, RelationFilterInput } from './filter-inputs.ts';
import { defineScalarFilters, type InputFields, listed } from './scalar-filters.ts';

/** The filters of the schema and what they are made of. */
export function defineInputs(builder: Builder, ontology: Ontology, enums: Enums) {
  const scalars = defineScalarFilters(builder);
  const { EntityRef, StringFilter, DateFilter, IntFilter } = scalars;
  const EntityFilter = builder.inputRef<EntityFilterInput>('EntityFilter');
  const RelationFilter = builder.inputRef<RelationFilterInput>('RelationFilter');
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
      validate: listed,
    }),
    ref: t.field({
      type: [EntityRef],
      description: 'Is one of these.',
      validate: listed,
    }),
    name: t.field({ type: StringFilter, description: 'Of any of its names and aliases.' }),
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
        validate: listed,
      }),
      modalities: t.field({
        type: [enums.Modality],
        description: 'The strongest modality behind it is one of these.',
        validate: listed,
      }),
      role: t.field({ type: StringFilter, description: 'Of its role.' }),
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
  const claims = defineClaimFilters(builder, enums, { ...scalars, EntityFilter });

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
                  validate: listed,
                })
              : t.field({ type: StringFilter, description }),
          ]),
        ),
      }),
    });
  };
  return {
    ...{ EntityRef, EntityFilter, RelationFilter, ...claims, typedFilter },
  };
}

export type Inputs = ReturnType<typeof defineInputs>;

function filterable(properties: Readonly<Record<string, PropertyDeclaration>>) {
  return Object.entries(properties).filter(([, { kind }]) => kind !== 'point');
}
