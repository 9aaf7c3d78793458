import type { EntityType } from '../../../schema/ontology/entities.ts';
import type { RelationType } from '../../../schema/ontology/relations.ts';
import { named } from '../foreign/named.ts';

/** Schemata of FollowTheMoney that are entities of ours. */
export const things = named<{ type: EntityType; kind?: string }>({
  LegalEntity: { type: 'Company' },
  Organization: { type: 'Company' },
  Company: { type: 'Company', kind: 'COMPANY' },
  PublicBody: { type: 'Company', kind: 'PUBLIC_BODY' },
  Person: { type: 'Person' },
  Address: { type: 'Place', kind: 'SITE' },
  Country: { type: 'Place', kind: 'COUNTRY' },
  Event: { type: 'Event' },
});

/** Schemata that stand between two entities, the properties that name these, and what they say. */
export const interstitials = named<{
  from: string;
  to: string;
  relations: readonly RelationType[];
}>({
  Ownership: { from: 'owner', to: 'asset', relations: ['OWNS'] },
  Directorship: { from: 'director', to: 'organization', relations: ['LEADS'] },
  Employment: { from: 'employee', to: 'employer', relations: ['WORKS_FOR'] },
  Membership: { from: 'member', to: 'organization', relations: ['MEMBER_OF'] },
});

interface LinkProperty {
  readonly relations: readonly RelationType[];
  /** Whether the relation goes from the other entity to this one. */
  readonly reversed?: true;
  readonly role?: string;
  /** Whether the value is the code of a country. */
  readonly isCountry?: true;
}

/** Properties of an entity that lead to another. A country alone does not say what is in it. */
export const linkProperties = named<LinkProperty>({
  parent: { relations: ['SUBSIDIARY_OF'] },
  subsidiaries: { relations: ['SUBSIDIARY_OF'], reversed: true },
  addressEntity: { relations: ['BASED_IN', 'TOOK_PLACE_IN'] },
  mainCountry: { relations: ['BASED_IN'], isCountry: true },
  jurisdiction: { relations: ['BASED_IN'], isCountry: true },
  country: { relations: ['PART_OF', 'TOOK_PLACE_IN'], isCountry: true },
  involved: { relations: ['TOOK_PART_IN'], reversed: true },
  organizer: { relations: ['TOOK_PART_IN'], reversed: true, role: 'organizer' },
});

export const aliasProperties = ['alias', 'weakAlias', 'previousName', 'abbreviation'];
export const descriptionProperties = ['summary', 'description'];
export const urlProperties = ['wikipediaUrl', 'opencorporatesUrl'];
/** What an address is called where it has no name: all of it, else its parts. */
export const addressParts = ['street', 'street2', 'postalCode', 'city', 'region'];
