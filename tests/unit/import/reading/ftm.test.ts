import { expect, test } from 'vitest';
import { recordSchemas } from '../../../../import/check/schemas.ts';
import { shapeOf } from '../../../../import/check/shape.ts';
import { SourceCounts } from '../../../../import/read/foreign/source-counts.ts';
import { readFtm } from '../../../../import/read/ftm/ftm.ts';
import type { RawRecord } from '../../../../import/read/reading.ts';
import { ontology } from '../../../../schema/ontology/ontology.ts';
import { readingsOf, useFolder } from './files.ts';

const folder = useFolder();

async function read(...lines: unknown[]) {
  const counts = new SourceCounts();
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  const file = await folder.file('entities.ftm.json', `${text.join('\n')}\n`);
  const records: RawRecord[] = [];
  const { refused } = await readingsOf(
    (async function* () {
      for await (const reading of readFtm(file, ontology, counts)) {
        if (reading.readable) records.push(reading);
        yield reading;
      }
    })(),
  );
  for (const { kind, value } of records) {
    expect(shapeOf(kind as 'entity', value, recordSchemas(ontology))).toHaveProperty('record');
  }
  return { values: records.map(({ value }) => value), records, refused, counts };
}

const ftm = (schema: string, id: string, properties: object = {}, more: object = {}) => ({
  ...{ schema, id, properties, ...more },
});
const company = ftm('Company', 'acme', { name: ['Acme Inc.'] });
const person = ftm('Person', 'roe', { name: ['Jane Roe'] });

test('companies, people, addresses and events are entities, with their names and addresses', async () => {
  const { values, counts } = await read(
    ftm(
      'Company',
      'NK-aB',
      {
        ...{ name: ['ACME', 'Acme Inc.'], alias: ['Акме'], previousName: ['Ajax'] },
        ...{ description: ['Builds rockets.'], wikidataId: ['Q42'], taxNumber: ['7'] },
        wikipediaUrl: ['https://en.wikipedia.org/wiki/Acme'],
      },
      { caption: 'Acme Inc.', datasets: ['x'] },
    ),
    ftm('PublicBody', 'office', { name: ['Office'] }),
    person,
    ftm('Address', 'seat', {
      street: ['Moon Road 1'],
      city: ['Luna'],
      latitude: ['1'],
      longitude: ['2'],
    }),
    ftm('Event', 'fair', { name: ['Fair'], startDate: ['2024'] }),
  );
  expect(values).toEqual([
    {
      ...{ key: expect.stringMatching(/^nk-ab-[0-9a-f]{10}$/), type: 'Company' },
      ...{ nameEn: 'Acme Inc.', aliases: ['ACME', 'Акме', 'Ajax'] },
      descriptionEn: 'Builds rockets.',
      sameAs: ['https://en.wikipedia.org/wiki/Acme', 'https://www.wikidata.org/entity/Q42'],
      properties: { kind: 'COMPANY' },
    },
    { key: 'office', type: 'Company', nameEn: 'Office', properties: { kind: 'PUBLIC_BODY' } },
    { key: 'roe', type: 'Person', nameEn: 'Jane Roe', properties: {} },
    {
      ...{ key: 'seat', type: 'Place', nameEn: 'Moon Road 1, Luna' },
      properties: { kind: 'SITE', location: { latitude: 1, longitude: 2 } },
    },
    { key: 'fair', type: 'Event', nameEn: 'Fair', properties: {} },
  ]);
  expect(counts.properties).toEqual([
    { type: 'Company', property: 'taxNumber', objects: 1 },
    { type: 'Event', property: 'startDate', objects: 1 },
  ]);
});

test('what stands between two entities is a relation, with role and period, wherever they are in the file', async () => {
  const { values, records } = await read(
    ftm('Ownership', 'o', {
      ...{ owner: ['roe'], asset: ['acme'], startDate: ['2019-05-01T00:00:00'], role: ['founder'] },
    }),
    ftm('Directorship', 'd', { director: ['roe'], organization: ['acme'], role: ['CEO', 'Chair'] }),
    ftm('Employment', 'e', { employee: ['roe'], employer: ['acme'], date: ['2020'] }),
    ftm('Membership', 'm', { member: ['acme'], organization: ['guild'], endDate: ['2021-02'] }),
    company,
    person,
    ftm('Organization', 'guild', { name: ['Guild'], parent: ['acme'] }),
  );
  expect(values.slice(3)).toEqual([
    { type: 'OWNS', from: 'roe', to: 'acme', role: 'founder', period: '2019-05-01/..' },
    { type: 'LEADS', from: 'roe', to: 'acme', role: 'CEO' },
    { type: 'LEADS', from: 'roe', to: 'acme', role: 'Chair' },
    { type: 'WORKS_FOR', from: 'roe', to: 'acme', period: '2020' },
    { type: 'MEMBER_OF', from: 'acme', to: 'guild', period: '../2021-02' },
    { type: 'SUBSIDIARY_OF', from: 'guild', to: 'acme' },
  ]);
  expect(records.map(({ source }) => source)).toEqual([
    ...['Company', 'Person', 'Organization', 'Ownership', 'Directorship', undefined],
    ...['Employment', 'Membership', undefined],
  ]);
});

test('countries become places, once each, and say where an organisation is based', async () => {
  const { values, counts } = await read(
    ftm('Company', 'a', { name: ['A'], jurisdiction: ['de'], country: ['fr'] }),
    ftm('Address', 'b', { full: ['B'], country: ['de', 'xx-1'] }),
  );
  expect(values.slice(2)).toEqual([
    {
      ...{ key: 'country-de', type: 'Place', nameEn: 'Germany', nameDe: 'Deutschland' },
      properties: { kind: 'COUNTRY', countryCode: 'DE' },
    },
    expect.objectContaining({ key: 'country-fr' }),
    { type: 'BASED_IN', from: 'a', to: 'country-de' },
    { type: 'PART_OF', from: 'b', to: 'country-de' },
  ]);
  expect(counts.properties).toEqual([
    { type: 'Address', property: 'country', objects: 1 },
    { type: 'Company', property: 'country', objects: 1 },
  ]);
});

test('what has no counterpart is counted by type, and so is what would lead to it', async () => {
  const { values, counts, refused } = await read(
    ...[company, person],
    ftm('Vessel', 'ship', { name: ['Ship'] }),
    ftm('Ownership', 'o1', { owner: ['acme'], asset: ['ship'] }),
    ftm('Ownership', 'o2', { owner: ['roe'], asset: ['ship', 'acme'], percentage: ['5'] }),
    ftm('Membership', 'm', { member: ['roe'], organization: ['acme'] }),
    ftm('Family', 'f', { person: ['roe'], relative: ['roe'] }),
    ftm('Payment', 'p', { payer: ['roe'], beneficiary: ['acme'] }),
    ftm('UnknownLink', 'u', { subject: ['roe'], object: ['acme'] }),
  );
  expect(refused).toEqual([]);
  expect(values.slice(2)).toEqual([{ type: 'OWNS', from: 'roe', to: 'acme' }]);
  const none = { loaded: 0, repeated: 0 };
  expect(counts.types).toEqual([
    { type: 'Company', read: 1, ...none, withoutCounterpart: 0 },
    { type: 'Family', read: 1, ...none, withoutCounterpart: 1 },
    { type: 'Membership', read: 1, ...none, withoutCounterpart: 1 },
    { type: 'Ownership', read: 2, ...none, withoutCounterpart: 1 },
    { type: 'Payment', read: 1, ...none, withoutCounterpart: 1 },
    { type: 'Person', read: 1, ...none, withoutCounterpart: 0 },
    { type: 'UnknownLink', read: 1, ...none, withoutCounterpart: 1 },
    { type: 'Vessel', read: 1, ...none, withoutCounterpart: 1 },
  ]);
  expect(counts.properties).toEqual([
    { type: 'Ownership', property: 'owner, asset', objects: 1 },
    { type: 'Ownership', property: 'percentage', objects: 1 },
  ]);
});

test('an entity inside of another is read as if its id stood there', async () => {
  const { values } = await read(ftm('Ownership', 'o', { owner: [person], asset: [company] }));
  expect(values).toMatchObject([
    { key: 'roe' },
    { key: 'acme' },
    { type: 'OWNS', from: 'roe', to: 'acme' },
  ]);
});

test('a line that is no entity is refused, and the next is read', async () => {
  const deep = `{"id":"x","schema":"Company","properties":{"name":[{"a":${'['.repeat(40)}${']'.repeat(40)}}]}}`;
  const { values, refused } = await read(
    '{"id":"x"',
    { id: 'x', schema: 'Company' },
    ftm('Company', 'x', { name: 'Acme' }),
    deep,
    company,
  );
  expect(values).toHaveLength(1);
  expect(refused.map((text) => text.split(' ').slice(0, 2))).toEqual([
    ...[
      ['1', 'SYNTAX'],
      ['2', 'SYNTAX'],
      ['3', 'SYNTAX'],
      ['4', 'TOO_DEEP'],
    ],
  ]);
});
