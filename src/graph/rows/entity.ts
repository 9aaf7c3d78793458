import { z } from 'zod';
import type { EntityDeclaration, Ontology } from '../../../schema/ontology/define.ts';
import type { EntityType, entities } from '../../../schema/ontology/entities.ts';
import { type Cypher, cypher, propertyName } from '../cypher.ts';
import type { Column, Columns } from '../select/shape.ts';

/** What every entity owns. */
export const EntityRow = z.object({
  label: z.string(),
  key: z.string(),
  nameEn: z.string().nullable(),
  nameDe: z.string().nullable(),
  aliases: z.array(z.string()),
  descriptionEn: z.string().nullable(),
  descriptionDe: z.string().nullable(),
  sameAs: z.array(z.string()),
});
export type EntityRow = z.infer<typeof EntityRow>;

type PropertyValues<D extends EntityDeclaration> = {
  readonly [P in keyof D['properties']]: z.infer<D['properties'][P]['schema']> | null;
};

/** An entity of one type of the ontology, with that type's own properties. */
export type EntityRowOf<T extends EntityType> = EntityRow & PropertyValues<(typeof entities)[T]>;

function position(property: Cypher): Cypher {
  return cypher`CASE WHEN ${property} IS NULL THEN null ELSE {latitude: ${property}.latitude, longitude: ${property}.longitude} END`;
}

/** The columns of an entity, with those of every type's own properties. */
export function entityCatalogue(ontology: Ontology): Columns<EntityRow> {
  const properties = Object.values(ontology.entities).flatMap((declaration) =>
    Object.entries(declaration.properties),
  );
  return {
    ...ownColumns,
    ...Object.fromEntries(
      properties.map(([name, { kind }]) => [name, propertyColumn(ontology, name, kind)]),
    ),
  };
}

const ownColumns: Columns<EntityRow> = {
  label: { value: (e) => cypher`[label IN labels(${e}) WHERE label <> 'Entity'][0]` },
  key: { value: (e) => cypher`${e}.key` },
  nameEn: { value: (e) => cypher`${e}.nameEn` },
  nameDe: { value: (e) => cypher`${e}.nameDe` },
  aliases: { value: (e) => cypher`coalesce(${e}.aliases, [])` },
  descriptionEn: { value: (e) => cypher`${e}.descriptionEn` },
  descriptionDe: { value: (e) => cypher`${e}.descriptionDe` },
  sameAs: { value: (e) => cypher`coalesce(${e}.sameAs, [])` },
};

function propertyColumn(ontology: Ontology, name: string, kind: string): Column {
  const property = (entity: Cypher) => cypher`${entity}.${propertyName(ontology, name as never)}`;
  return { value: (e) => (kind === 'point' ? position(property(e)) : property(e)) };
}
