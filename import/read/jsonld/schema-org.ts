import type { EntityType } from '../../../schema/ontology/entities.ts';
import type { RelationType } from '../../../schema/ontology/relations.ts';
import { named } from '../foreign/named.ts';

interface Thing {
  readonly type: EntityType;
  readonly kind?: string;
}

const company = (kind?: string): Thing => ({ type: 'Company', ...(kind ? { kind } : {}) });
const place = (kind?: string): Thing => ({ type: 'Place', ...(kind ? { kind } : {}) });
const product = (kind?: string): Thing => ({ type: 'Product', ...(kind ? { kind } : {}) });
const event: Thing = { type: 'Event' };

/** Types of schema.org that are entities of ours. */
export const things = named<Thing>({
  ...{ Organization: company(), Corporation: company('COMPANY'), Brand: company('BRAND') },
  ...{ OnlineBusiness: company('COMPANY'), OnlineStore: company('COMPANY') },
  ...{ LocalBusiness: company(), Store: company(), AutoDealer: company(), Airline: company() },
  ...{ NGO: company(), EducationalOrganization: company(), CollegeOrUniversity: company() },
  ...{ ResearchOrganization: company(), Consortium: company('GROUP') },
  ...{ NewsMediaOrganization: company('OUTLET') },
  ...{ GovernmentOrganization: company('PUBLIC_BODY') },
  Person: { type: 'Person' },
  ...{ Place: place(), City: place('CITY'), Country: place('COUNTRY'), State: place('REGION') },
  ...{ AdministrativeArea: place('REGION'), Continent: place('CONTINENT') },
  ...{ Product: product(), ProductModel: product(), ProductGroup: product('LINE') },
  ...{ Vehicle: product('VEHICLE'), Car: product('VEHICLE'), Motorcycle: product('VEHICLE') },
  ...{ SoftwareApplication: product('SOFTWARE'), MobileApplication: product('SOFTWARE') },
  ...{ WebApplication: product('SOFTWARE'), Service: product('SERVICE') },
  ...{ Event: event, BusinessEvent: event, ExhibitionEvent: event, SaleEvent: event },
  ...{ SportsEvent: event, PublicationEvent: event, EducationEvent: event },
});

interface LinkProperty {
  readonly relations: readonly RelationType[];
  /** Whether the relation goes from the value to what has the property. */
  readonly reversed?: true;
  readonly role?: string;
}

/** Properties of schema.org that lead from one entity to another. */
export const linkProperties = named<LinkProperty>({
  founder: { relations: ['FOUNDED'], reversed: true },
  worksFor: { relations: ['WORKS_FOR'] },
  employee: { relations: ['WORKS_FOR'], reversed: true },
  parentOrganization: { relations: ['SUBSIDIARY_OF'] },
  subOrganization: { relations: ['SUBSIDIARY_OF'], reversed: true },
  memberOf: { relations: ['MEMBER_OF'] },
  member: { relations: ['MEMBER_OF'], reversed: true },
  owns: { relations: ['OWNS'] },
  location: { relations: ['TOOK_PLACE_IN', 'BASED_IN'] },
  areaServed: { relations: ['OPERATES_IN'] },
  containedInPlace: { relations: ['PART_OF'] },
  containsPlace: { relations: ['PART_OF'], reversed: true },
  manufacturer: { relations: ['MAKES'], reversed: true, role: 'manufacturer' },
  brand: { relations: ['MAKES'], reversed: true, role: 'brand' },
  isVariantOf: { relations: ['VARIANT_OF'] },
  hasVariant: { relations: ['VARIANT_OF'], reversed: true },
  model: { relations: ['VARIANT_OF'] },
  about: { relations: ['CONCERNS'] },
  organizer: { relations: ['TOOK_PART_IN'], reversed: true, role: 'organizer' },
  sponsor: { relations: ['TOOK_PART_IN'], reversed: true, role: 'sponsor' },
  performer: { relations: ['TOOK_PART_IN'], reversed: true, role: 'performer' },
  attendee: { relations: ['TOOK_PART_IN'], reversed: true, role: 'attendee' },
});

/** The country of a postal address says where its owner is. */
export const addressRelations: readonly RelationType[] = ['BASED_IN', 'PART_OF'];
