import { expect, test } from 'vitest';
import { recordSchemas } from '../../../import/check/schemas.ts';
import { shapeOf } from '../../../import/check/shape.ts';
import { attributes } from '../../../schema/ontology/attributes.ts';
import type { Ontology } from '../../../schema/ontology/define.ts';
import { entities } from '../../../schema/ontology/entities.ts';
import { checkOntology, ontology } from '../../../schema/ontology/ontology.ts';
import { oneOf } from '../../../schema/ontology/properties.ts';
import { relations } from '../../../schema/ontology/relations.ts';

const larger: Ontology = checkOntology({
  entities: {
    ...entities,
    Ship: {
      plural: 'ships',
      description: 'A vessel.',
      properties: { hull: oneOf(['STEEL', 'WOOD'], 'What it is built of.') },
    },
  },
  relations: {
    ...relations,
    SAILS_TO: {
      ...{ from: ['Ship'], to: ['Place'], field: 'sailsTo', inverse: 'ships', holds: 'state' },
      ...{ roles: ['ferry', 'freighter'], qualifiers: ['scope'] },
      description: 'Calls at the place.',
    },
  },
  attributes: {
    ...attributes,
    TONNAGE: {
      ...{ of: ['Ship'], value: { kind: 'number', unit: ['tons'] }, qualifiers: ['scope'] },
      ...{ admits: 'one', description: 'How heavy it is.' },
    },
  },
});

const ship = { key: 'aurora', type: 'Ship', nameEn: 'Aurora', properties: { hull: 'WOOD' } };
const claim = { document: 'd', subject: 'aurora', modality: 'FACT' };
const sailing = {
  ...{ ...claim, predicate: 'SAILS_TO', object: 'kiel', role: 'ferry' },
  scope: 'in summer',
};
const tonnage = {
  ...claim,
  predicate: 'TONNAGE',
  value: { number: 5, unit: 'tons' },
  scope: 'net',
};

test('an entity type, a relation and an attribute of the ontology are taken, and by no other ontology', () => {
  const [with_, without] = [recordSchemas(larger), recordSchemas(ontology)];
  for (const [kind, value] of [
    ['entity', ship] as const,
    ['statement', sailing] as const,
    ['statement', tonnage] as const,
    ['relation', { type: 'SAILS_TO', from: 'aurora', to: 'kiel' }] as const,
  ]) {
    expect(shapeOf(kind, value, with_)).toHaveProperty('record');
    expect(shapeOf(kind, value, without)).toHaveProperty('problem');
  }
});

test.each([
  ['entity', { ...ship, properties: { hull: 'WODO' } }, '/properties/hull', 'did you mean WOOD?'],
  ['entity', { ...ship, properties: { kind: 'CITY' } }, '/properties/kind', 'allowed are hull'],
  ['entity', { key: 'a b', type: 'Ship', nameEn: 'A' }, '/key', 'kebab-case'],
  ['entity', { key: 'a', type: 'Ship' }, '', 'give nameEn, nameDe or both'],
  ['entity', { ...ship, sameAs: ['ftp://x'] }, '/sameAs/0', 'https://'],
  ['entity', { key: 'a', nameEn: 'A' }, '/type', 'the entity type is missing'],
  ['entity', 'a text', '', 'the entity type is missing'],
  ['statement', { ...sailing, role: 'raft' }, '/role', 'none of ferry, freighter'],
  ['statement', { ...sailing, place: 'kiel' }, '/place', 'unknown key "place"'],
  ['statement', { ...sailing, object: undefined }, '/object', '"object" is missing'],
  ['statement', { ...sailing, value: { number: 1 } }, '/value', 'unknown key "value"'],
  ['statement', { ...sailing, modality: undefined }, '/modality', 'one of FACT, ANNOUNCED'],
  ['statement', { ...sailing, predicate: 'SAIL_TO' }, '/predicate', 'did you mean SAILS_TO?'],
  ['statement', { ...sailing, time: 2024 }, '/time', "put quotes around it, as in '2024'"],
  ['statement', { ...sailing, time: 'soon' }, '/time', "'soon' is no EDTF"],
  ['statement', { ...tonnage, value: { number: 5 } }, '/value/unit', '"unit" is missing'],
  ['statement', { ...tonnage, value: { number: 5, unit: 'kg' } }, '/value/unit', 'none of tons'],
  ['statement', { ...tonnage, value: { unit: 'tons' } }, '/value', 'give number, or min and max'],
  ['statement', { ...tonnage, value: { min: 2, max: 1, unit: 'tons' } }, '/value', 'larger'],
  ['statement', { ...tonnage, place: 'kiel' }, '/place', 'unknown key "place"'],
  ['statement', { ...tonnage, summary: {} }, '/summary', 'give en, de or both'],
  [
    ...(['statement', { ...tonnage, passage: { start: 5, end: 5, sha256: '0' } }] as const),
    ...(['/passage/sha256', '64 hexadecimal digits'] as const),
  ],
  ['relation', { type: 'SAILS_TO', from: 'aurora' }, '/to', '"to" is missing'],
  ['document', { key: 'd', title: 'D', language: 'German' }, '/language', 'BCP 47'],
] as const)('a %s that is wrong says what to change: %j', (kind, value, path, message) => {
  const shaped = shapeOf(kind, value, recordSchemas(larger));
  expect(shaped).toMatchObject({ problem: { path, message: expect.stringContaining(message) } });
});

test.each([
  ['PRICE', { number: 1, unit: 'Euro' }, 'ISO 4217'],
  ['RANK', { number: 1, unit: 'place' }, 'unknown key "unit"'],
  ['STATUS', { text: 'OVERDUE' }, 'none of RUMORED'],
  ['LISTED', { boolean: 'yes' }, 'boolean'],
  ['DUE', {}, 'give time as EDTF, or text'],
])('%s does not take %j', (predicate, value, message) => {
  const shaped = shapeOf('statement', { ...claim, predicate, value }, recordSchemas(ontology));
  expect(shaped).toMatchObject({ problem: { message: expect.stringContaining(message) } });
});
