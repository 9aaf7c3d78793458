/** Names are read as schema.org's; what it has no word for is of our own ontology, or of PROV. */
export const context = {
  '@vocab': 'https://schema.org/',
  claimgraph: 'urn:claimgraph:ontology:',
  prov: 'http://www.w3.org/ns/prov#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  entity: 'urn:claimgraph:entity:',
  document: 'urn:claimgraph:document:',
  statement: 'urn:claimgraph:statement:',
  relation: 'urn:claimgraph:relation:',
  dataset: 'urn:claimgraph:dataset:',
  sameAs: { '@type': '@id' },
  url: { '@type': '@id' },
} as const;

/** What an entity is in other vocabularies, by its type; by its kind where that says more. */
export const typesElsewhere: Readonly<Record<string, string>> = {
  Company: 'Organization',
  Person: 'Person',
  Place: 'Place',
  Product: 'Product',
  Plan: 'prov:Plan',
  Event: 'Event',
};

export const typesOfKinds: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Company: {
    OUTLET: 'NewsMediaOrganization',
    BRAND: 'Brand',
    PUBLIC_BODY: 'GovernmentOrganization',
  },
  Place: { CONTINENT: 'Continent', COUNTRY: 'Country', REGION: 'AdministrativeArea', CITY: 'City' },
  Product: { VEHICLE: 'Vehicle', LINE: 'ProductGroup' },
};

/** Properties that mean what a relation means; `inverse` where they go from its end to its start. */
export const propertiesElsewhere: Readonly<
  Record<string, { readonly property: string; readonly inverse?: true }>
> = {
  FOUNDED: { property: 'founder', inverse: true },
  WORKS_FOR: { property: 'worksFor' },
  MAKES: { property: 'manufacturer', inverse: true },
  BASED_IN: { property: 'location' },
  OPERATES_IN: { property: 'areaServed' },
  PART_OF: { property: 'containedInPlace' },
  SUBSIDIARY_OF: { property: 'parentOrganization' },
  MEMBER_OF: { property: 'memberOf' },
  VARIANT_OF: { property: 'isVariantOf' },
  TOOK_PLACE_IN: { property: 'location' },
};

export type Thing = Readonly<Record<string, unknown>>;

type Prefix = 'entity' | 'document' | 'statement' | 'relation' | 'dataset';

export function iri(prefix: Prefix, key: string): string {
  return `${prefix}:${encodeURIComponent(key)}`;
}

export function link(prefix: Prefix, key: string): { readonly '@id': string } {
  return { '@id': iri(prefix, key) };
}

export function linkTo(prefix: Prefix, key: unknown) {
  return typeof key === 'string' ? link(prefix, key) : undefined;
}

/** A text in one or both languages; undefined for neither. */
export function inLanguages(en: unknown, de: unknown) {
  const texts = [
    ...(typeof en === 'string' ? [{ '@value': en, '@language': 'en' }] : []),
    ...(typeof de === 'string' ? [{ '@value': de, '@language': 'de' }] : []),
  ];
  return texts.length > 0 ? texts : undefined;
}

/** An EDTF text with the type that the Library of Congress has given it. */
export function edtf(time: unknown) {
  if (typeof time !== 'string') return undefined;
  return { '@value': time, '@type': 'http://id.loc.gov/datatypes/edtf/EDTF' };
}
