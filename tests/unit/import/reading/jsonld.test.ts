import { expect, test } from 'vitest';
import { recordSchemas } from '../../../../import/check/schemas.ts';
import { shapeOf } from '../../../../import/check/shape.ts';
import { SourceCounts } from '../../../../import/read/foreign/source-counts.ts';
import { readJsonLd } from '../../../../import/read/jsonld/jsonld.ts';
import type { RawRecord } from '../../../../import/read/reading.ts';
import { ontology } from '../../../../schema/ontology/ontology.ts';
import { readingsOf, useFolder } from './files.ts';

const folder = useFolder();
const context = { '@context': 'https://schema.org' };

async function read(content: unknown, name = 'things.jsonld') {
  const counts = new SourceCounts();
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const file = await folder.file(name, text);
  const records: RawRecord[] = [];
  const { refused, lines } = await readingsOf(
    (async function* () {
      for await (const reading of readJsonLd(file, ontology, counts)) {
        if (reading.readable) records.push(reading);
        yield reading;
      }
    })(),
  );
  for (const { kind, value } of records) {
    expect(shapeOf(kind as 'entity', value, recordSchemas(ontology))).toHaveProperty('record');
  }
  return { values: records.map(({ value }) => value), records, refused, lines, counts };
}

function inOrder(values: readonly unknown[]) {
  return values.map((value) => JSON.stringify(value, Object.keys(Object(value)).sort())).sort();
}

/** Names in place of keys, which end in digests. */
function named(values: readonly unknown[]) {
  const names = new Map(values.map((value) => [Object(value).key, Object(value).nameEn]));
  return values.flatMap((value) => {
    const { type, from, to, ...rest } = Object(value);
    return from === undefined ? [] : [{ type, from: names.get(from), to: names.get(to), ...rest }];
  });
}

test('one object is an entity, with names in their languages, addresses and a country', async () => {
  const { values, counts } = await read({
    ...context,
    ...{ '@type': 'Corporation', '@id': 'https://acme.example/#us', legalName: 'Acme Inc.' },
    name: ['Acme', { '@value': 'Acme Deutschland', '@language': 'de' }],
    ...{ alternateName: 'ACME', sameAs: ['https://www.wikidata.org/entity/Q1'], telephone: '1' },
    address: { '@type': 'PostalAddress', addressCountry: 'DE', addressLocality: 'Munich' },
  });
  const key = expect.stringMatching(/^us-[0-9a-f]{10}$/);
  expect(values).toEqual([
    {
      ...{ key, type: 'Company', nameEn: 'Acme', nameDe: 'Acme Deutschland' },
      aliases: ['ACME', 'Acme Inc.'],
      sameAs: ['https://acme.example/#us', 'https://www.wikidata.org/entity/Q1'],
      properties: { kind: 'COMPANY' },
    },
    expect.objectContaining({ key: 'country-de', nameDe: 'Deutschland' }),
    { type: 'BASED_IN', from: key, to: 'country-de' },
  ]);
  expect(counts.properties).toEqual([
    { type: 'Corporation', property: 'telephone', objects: 1 },
    { type: 'PostalAddress', property: 'addressLocality', objects: 1 },
  ]);
});

test('things inside of things, references and a graph become relations of ours', async () => {
  const { values, refused } = await read({
    ...context,
    '@graph': [
      {
        ...{ '@type': 'Organization', '@id': '#acme', name: 'Acme' },
        founder: { '@type': 'Person', name: 'Jane Roe' },
        subOrganization: { '@id': 'https://x.example/boots' },
        location: { '@type': 'City', name: 'Munich', containedInPlace: { '@id': '_:b0' } },
      },
      { '@type': 'Organization', '@id': 'https://x.example/boots', name: 'Boots' },
      { '@id': '_:b0', '@type': 'Country', name: 'Germany' },
      {
        ...{ '@type': 'Car', name: 'Rocket', manufacturer: { '@id': '#acme' } },
        ...{
          brand: { '@type': 'Brand', name: 'Roe' },
          model: { '@type': 'ProductModel', name: 'R' },
        },
      },
      {
        ...{ '@type': 'ExhibitionEvent', name: 'Fair', organizer: { '@id': '#acme' } },
        location: {
          '@type': 'Place',
          name: 'Hall',
          geo: { '@type': 'GeoCoordinates', latitude: 1, longitude: '2' },
        },
      },
      { '@type': 'Person', name: 'John Doe', worksFor: { '@id': '#acme' } },
    ],
  });
  expect(refused).toEqual([]);
  expect(inOrder(named(values))).toEqual(
    inOrder([
      { type: 'FOUNDED', from: 'Jane Roe', to: 'Acme' },
      { type: 'SUBSIDIARY_OF', from: 'Boots', to: 'Acme' },
      { type: 'BASED_IN', from: 'Acme', to: 'Munich' },
      { type: 'PART_OF', from: 'Munich', to: 'Germany' },
      { type: 'MAKES', from: 'Acme', to: 'Rocket', role: 'manufacturer' },
      { type: 'MAKES', from: 'Roe', to: 'Rocket', role: 'brand' },
      { type: 'VARIANT_OF', from: 'Rocket', to: 'R' },
      { type: 'TOOK_PART_IN', from: 'Acme', to: 'Fair', role: 'organizer' },
      { type: 'TOOK_PLACE_IN', from: 'Fair', to: 'Hall' },
      { type: 'WORKS_FOR', from: 'John Doe', to: 'Acme' },
    ]),
  );
  expect(values).toContainEqual(
    expect.objectContaining({
      nameEn: 'Hall',
      properties: { location: { latitude: 1, longitude: 2 } },
    }),
  );
});

test('a role between two things gives role and period', async () => {
  const { values, counts } = await read({
    ...{ ...context, '@type': 'Person', name: 'Jane' },
    description: ['A', { '@value': 'B', '@language': 'fr' }, 'C'],
    worksFor: {
      ...{ '@type': 'OrganizationRole', roleName: 'CEO', startDate: '2019-05-01T10:00' },
      numberedPosition: 7,
      worksFor: { '@type': 'Organization', name: 'Acme' },
    },
  });
  expect(named(values)).toEqual([
    { type: 'WORKS_FOR', from: 'Jane', to: 'Acme', role: 'CEO', period: '2019-05-01/..' },
  ]);
  expect(values[0]).toMatchObject({ descriptionEn: 'A C' });
  expect(counts.properties).toEqual([
    { type: 'OrganizationRole', property: 'numberedPosition', objects: 1 },
    { type: 'Person', property: 'description', objects: 1 },
  ]);
});

test('the same words about a thing are one thing, other words another; one id is one thing', async () => {
  const acme = { '@type': 'Organization', name: 'Acme' };
  const { values } = await read([
    { ...context, '@type': 'Person', name: 'A', worksFor: acme },
    { ...context, '@type': 'Person', name: 'B', worksFor: acme },
    { ...context, '@type': 'Person', name: 'C', worksFor: { ...acme, description: 'Boots' } },
    { ...context, '@type': 'Person', '@id': 'https://x.example/d', name: 'D' },
    { ...context, '@type': 'Person', '@id': 'https://x.example/d', description: 'The fourth' },
  ]);
  const entities = values.filter((value) => Object(value).key !== undefined);
  expect(entities.map((value) => Object(value).nameEn)).toEqual([
    'A',
    'Acme',
    'B',
    'C',
    'Acme',
    'D',
  ]);
  expect(entities).toContainEqual(
    expect.objectContaining({ nameEn: 'D', descriptionEn: 'The fourth' }),
  );
});

test('other contexts are taken where they are written out, and never fetched', async () => {
  const written = await read({
    '@context': { org: 'http://schema.org/Organization', called: 'http://schema.org/name' },
    ...{ '@type': 'org', called: 'Acme', unknown: 1 },
  });
  expect(written.values).toMatchObject([{ type: 'Company', nameEn: 'Acme' }]);
  expect(written.counts.properties).toEqual([
    { type: '(outside of the context)', property: 'unknown', objects: 1 },
  ]);
  const fetched = await read({
    '@context': 'https://evil.example/context',
    '@type': 'Organization',
  });
  expect(fetched.refused).toEqual([
    expect.stringContaining('its context https://evil.example/context is not known'),
  ]);
  const none = await read({ '@type': 'Organization', name: 'Acme' });
  expect(none.refused).toEqual([expect.stringContaining('give "@context": "https://schema.org"')]);
});

test('types without a counterpart are counted, and what they hold is read', async () => {
  const { values, counts } = await read({
    ...{ ...context, '@type': 'NewsArticle', headline: 'News' },
    publisher: { '@type': 'NewsMediaOrganization', name: 'The Wire', founder: 'Jane Roe' },
    author: { '@type': 'Person', name: 'Jane', spouse: { '@type': 'Person', name: 'John' } },
    offers: { '@type': 'Offer', price: 7 },
  });
  expect(values).toMatchObject([
    { type: 'Person', nameEn: 'Jane' },
    { type: 'Person', nameEn: 'John' },
    { type: 'Company', nameEn: 'The Wire', properties: { kind: 'OUTLET' } },
  ]);
  expect(counts.types).toMatchObject([
    { type: 'NewsArticle', read: 1, withoutCounterpart: 1 },
    { type: 'NewsMediaOrganization', read: 1, withoutCounterpart: 0 },
    { type: 'Offer', read: 1, withoutCounterpart: 1 },
    { type: 'Person', read: 2, withoutCounterpart: 0 },
  ]);
  expect(counts.properties).toEqual([
    { type: 'NewsMediaOrganization', property: 'founder', objects: 1 },
    { type: 'Person', property: 'spouse', objects: 1 },
  ]);
});

test('lines are those of the file, in a list, in a graph and one object a line', async () => {
  const thing = (name: string) => JSON.stringify({ ...context, '@type': 'Person', name });
  const list = await read(`[\n${thing('A')},\n\n${thing('B')}\n]`);
  expect(list.lines).toEqual([2, 4]);
  const graph = await read(
    `{"@context": "https://schema.org",\n"@graph": [\n {"@type":"Person","name":"A"},\n {"@type":"Person",\n "name":"B"}]}`,
  );
  expect(graph.lines).toEqual([3, 4]);
  expect(graph.records.map(({ position }) => position.pointer)).toEqual(['/@graph/0', '/@graph/1']);
  const deep = `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
  const lines = await read(`${thing('A')}\n${deep}\n{\n${thing('B')}\n`, 'things.ndjson');
  expect(lines.lines).toEqual([1, 4]);
  expect(lines.refused.map((text) => text.slice(0, 9))).toEqual(['2 TOO_DEE', '3 SYNTAX ']);
  const items = await read(`[\n${thing('A')},\n${deep}]`);
  expect(items.values).toMatchObject([{ nameEn: 'A' }]);
  expect(items.refused).toEqual([
    expect.stringMatching(/^1 TOO_DEEP nested deeper than 20 levels/),
  ]);
  const long = await read({
    ...{ ...context, '@type': 'Person', name: 'Z' },
    '@graph': [
      { '@type': 'Person', name: 'x'.repeat(70_000) },
      { '@type': 'Person', name: 'A' },
    ],
  });
  expect(long.values).toMatchObject([{ nameEn: 'Z' }, { nameEn: 'A' }]);
  expect(long.refused).toEqual([expect.stringContaining('TOO_LONG a text of more than 64 KB')]);
});
