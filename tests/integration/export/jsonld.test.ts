import { fileURLToPath } from 'node:url';
import { expand, toRDF } from 'jsonld';
import { expect, test } from 'vitest';
import { cypher } from '../../../src/graph/cypher.ts';
import { fixture, useEmptyGraph } from '../import/support/empty-graph.ts';
import { exportedText } from './support/exported.ts';

const graph = useEmptyGraph();
const data = fileURLToPath(new URL('../../../import/data', import.meta.url));
const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

interface Quad {
  readonly subject: { readonly value: string };
  readonly predicate: { readonly value: string };
  readonly object: { readonly value: string };
}

/** Everything in it as triples. Throws for what a processor would drop. */
async function triples(text: string): Promise<string[]> {
  const quads = (await toRDF(JSON.parse(text), { safe: true } as object)) as Quad[];
  return quads.map(({ subject, predicate, object }) =>
    [subject.value, predicate.value, object.value].join(' '),
  );
}

test('a processor reads every entity, document, claim and relation, and drops nothing', async () => {
  await graph.importPath(data);
  await graph.importPath(fixture);
  const text = await exportedText(graph.client, 'jsonld');
  const all = await triples(text);
  const ofType = (name: string) =>
    all.filter((triple) => triple.endsWith(` ${type} ${name}`)).length;
  const [counts] = await graph.values(cypher`
RETURN [COUNT { (:Statement) }, COUNT { (:Document) }, COUNT { (:Person) }, COUNT { (:Plan) }, COUNT { (:Dataset) }, COUNT { (:Entity)-[r WHERE r.id IS NOT NULL]->(:Entity) }] AS row`);
  expect([
    ofType('https://schema.org/Claim'),
    ofType('https://schema.org/Article'),
    ofType('https://schema.org/Person'),
    ofType('http://www.w3.org/ns/prov#Plan'),
    ofType('https://schema.org/Dataset'),
    ofType('urn:claimgraph:ontology:Relation'),
  ]).toEqual(counts);
  expect(await expand(JSON.parse(text))).not.toEqual([]);
});

test('a claim says what, where, who and how surely', async () => {
  await graph.importPath(fixture);
  const all = await triples(await exportedText(graph.client, 'jsonld'));
  const has = (subject: string, predicate: string, object: string) =>
    expect(all).toContain([`urn:claimgraph:${subject}`, predicate, object].join(' '));
  const schema = 'https://schema.org/';
  has('entity:luna', type, `${schema}City`);
  has('entity:luna', type, 'urn:claimgraph:ontology:Place');
  has('entity:the-wire', type, `${schema}NewsMediaOrganization`);
  has('entity:rocket-one', `${schema}manufacturer`, 'urn:claimgraph:entity:acme');
  has('entity:jane-roe', `${schema}sameAs`, 'https://example.org/jane');
  has('dataset:acme-rockets', `${schema}license`, 'MIT');
  has('document:wire-2025', `${schema}isPartOf`, 'urn:claimgraph:dataset:acme-rockets');
  const price = all.find((triple) => triple.endsWith(' urn:claimgraph:ontology:PRICE')) ?? '';
  const id = price.split(' ')[0]?.replace('urn:claimgraph:', '') ?? '';
  has(id, 'urn:claimgraph:ontology:place', 'urn:claimgraph:entity:luna');
  has(id, 'urn:claimgraph:ontology:modality', 'FACT');
  expect(
    all.some((t) =>
      t.startsWith(`urn:claimgraph:${id} ${schema}appearance urn:claimgraph:document:`),
    ),
  ).toBe(true);
  expect(all.some((t) => t.includes('prov#wasAttributedTo urn:claimgraph:entity:jane-roe'))).toBe(
    true,
  );
  expect(all.some((t) => t.includes('prov#hadPrimarySource urn:claimgraph:entity:the-wire'))).toBe(
    true,
  );
});

test('only a relation that is a fact is a plain property of schema.org', async () => {
  const said = (modality: string, subject: string) => ({
    ...{ kind: 'statement', document: 'd', subject, predicate: 'SUBSIDIARY_OF' },
    ...{ object: 'c', modality },
  });
  await graph.importLines([
    ...['a', 'b', 'c'].map((key) => ({ kind: 'entity', key, type: 'Company', nameEn: key })),
    { kind: 'document', key: 'd', title: 'D', language: 'en' },
    ...[said('FACT', 'a'), said('SPECULATED', 'b')],
  ]);
  const all = await triples(await exportedText(graph.client, 'jsonld'));
  const ending = (words: string) => all.filter((triple) => triple.endsWith(words));
  expect(ending('parentOrganization urn:claimgraph:entity:c')).toEqual([
    'urn:claimgraph:entity:a https://schema.org/parentOrganization urn:claimgraph:entity:c',
  ]);
  expect(ending('ns#predicate urn:claimgraph:ontology:SUBSIDIARY_OF')).toHaveLength(4);
});
