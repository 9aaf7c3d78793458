import { defineEntities } from './define.ts';
import { oneOf, point, text } from './properties.ts';

export const entities = defineEntities({
  Company: {
    plural: 'companies',
    description:
      'A company, media outlet or brand, or a group of them that articles speak of as one.',
    properties: {
      kind: oneOf(
        ['COMPANY', 'OUTLET', 'BRAND', 'RETAIL_CHAIN', 'PUBLIC_BODY', 'GROUP'],
        'What kind of organisation it is.',
      ),
    },
  },
  Person: {
    plural: 'people',
    description: 'A person in a public role.',
    properties: {},
  },
  Place: {
    plural: 'places',
    description: 'A place, from a site to a continent.',
    properties: {
      kind: oneOf(['CONTINENT', 'COUNTRY', 'REGION', 'CITY', 'SITE'], 'How large a place it is.'),
      countryCode: text('ISO 3166-1 alpha-2 code of the country.', /^[A-Z]{2}$/),
      location: point('WGS 84 position.'),
    },
  },
  Product: {
    plural: 'products',
    description: 'A model, a product line or a service.',
    properties: {
      kind: oneOf(['VEHICLE', 'DEVICE', 'SOFTWARE', 'SERVICE', 'LINE'], 'What kind of product.'),
    },
  },
  Plan: {
    plural: 'plans',
    description: 'An intention, promise or goal that somebody has voiced.',
    properties: {},
  },
  Event: {
    plural: 'events',
    description: 'Something that took place: an exhibition, a record, a purchase, a hiring.',
    properties: {},
  },
});

export type EntityType = keyof typeof entities;
