import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { ontology } from '../../../schema/ontology/ontology.ts';
import { cypher } from '../../../src/graph/cypher.ts';
import { fixture, useEmptyGraph } from '../import/support/empty-graph.ts';
import { exportedFile, exportedText } from './support/exported.ts';

const graph = useEmptyGraph();
const data = fileURLToPath(new URL('../../../import/data', import.meta.url));

interface Element {
  readonly [attribute: string]: unknown;
  readonly data?: readonly { readonly '@_key': string; readonly '#text': unknown }[];
}

function parsed(xml: string) {
  expect(XMLValidator.validate(xml)).toBe(true);
  const isArray = (name: string) => ['data', 'key', 'node', 'edge'].includes(name);
  const options = { ignoreAttributes: false, isArray, parseTagValue: false, trimValues: false };
  const { graphml } = new XMLParser(options).parse(xml);
  return {
    desc: String(graphml.desc),
    keys: graphml.key as Element[],
    nodes: graphml.graph.node as Element[],
    edges: graphml.graph.edge as Element[],
  };
}

function valuesOf({ data = [] }: Element): Record<string, unknown> {
  return Object.fromEntries(data.map((each) => [each['@_key'], each['#text']]));
}

test('GraphML has every entity and relation, with keys of types that its values are of', async () => {
  await graph.importPath(data);
  await graph.importPath(fixture);
  const { desc, keys, nodes, edges } = parsed(await exportedText(graph.client, 'graphml'));
  expect(desc).toContain('Dataset reference: Reference data · licence MIT · source: General');
  const [counts] = await graph.values(cypher`
RETURN [COUNT { (:Entity) }, COUNT { (:Entity)-[r WHERE r.id IS NOT NULL]->(:Entity) }] AS row`);
  expect([nodes.length, edges.length]).toEqual(counts);
  const typeOf = new Map(keys.map((key) => [key['@_id'], key['@_attr.type']]));
  expect([...new Set(typeOf.values())].sort()).toEqual(['boolean', 'double', 'int', 'string']);
  const patterns = {
    boolean: /^(true|false)$/,
    int: /^\d+$/,
    double: /^-?\d+(\.\d+)?$/,
    string: /./s,
  };
  for (const [key, value] of [...nodes, ...edges].flatMap((each) =>
    Object.entries(valuesOf(each)),
  )) {
    expect(String(value)).toMatch(patterns[typeOf.get(key) as keyof typeof patterns]);
  }
  const ids = new Set(nodes.map((node) => node['@_id']));
  expect(edges.every((edge) => ids.has(edge['@_source']) && ids.has(edge['@_target']))).toBe(true);
  expect(new Set(edges.map((edge) => edge['@_id'])).size).toBe(edges.length);
  const acme = nodes.find((node) => node['@_id'] === 'acme');
  expect(valuesOf(acme ?? {})).toMatchObject({
    ...{ 'node.label': 'Acme', 'node.type': 'Company', 'node.kind': 'COMPANY' },
    ...{ 'node.aliases': 'Acme Inc.', 'node.datasets': 'acme-rockets' },
  });
  const luna = nodes.find((node) => node['@_id'] === 'luna');
  expect(valuesOf(luna ?? {})).toMatchObject({ 'node.location.latitude': '49.6' });
  const pursues = edges.find(
    (edge) => valuesOf(edge)['edge.relation'] === 'acme:PURSUES:moon-hotel',
  );
  expect(valuesOf(pursues ?? {})).toMatchObject({
    ...{ 'edge.label': 'PURSUES', 'edge.modality': 'FACT', 'edge.statementCount': '2' },
    ...{ 'edge.documents': 'star-2024 | wire-2025', 'edge.symmetric': 'false' },
  });
});

test('what means something in XML comes through, and what it cannot hold becomes a space', async () => {
  const nameEn = '<a href="x">&amp; "b" \t\n\r ]]> \u0001 \ufffe 雷军 😀';
  await graph.importLines([{ kind: 'entity', key: 'x', type: 'Person', nameEn }]);
  const { nodes } = parsed(await exportedText(graph.client, 'graphml'));
  const label = String(valuesOf(nodes[0] ?? {})['node.label']);
  const read = label.replaceAll('&#9;', '\t').replaceAll('&#10;', '\n').replaceAll('&#13;', '\r');
  expect(read).toBe(nameEn.replace('\u0001', ' ').replace('\ufffe', ' '));
});

test('CSV is a table for each type, in the columns that an import takes, and tables of what is said', async () => {
  await graph.importPath(fixture);
  const folder = await exportedFile(graph.client, 'csv');
  const names = (await readdir(folder)).sort();
  const types = [...Object.keys(ontology.entities), ...Object.keys(ontology.relations)];
  const others = ['datasets', 'documents', 'statements'];
  expect(names).toEqual([...types, ...others].map((name) => `${name}.csv`).sort());
  const table = async (name: string) => readFile(join(folder, `${name}.csv`), 'utf8');
  expect(await table('Place')).toBe(
    'key,nameEn,nameDe,aliases,descriptionEn,descriptionDe,sameAs,kind,countryCode,location.latitude,location.longitude\nluna,,Luna-Stadt Süd,,,,,CITY,LU,49.6,6.1\n',
  );
  expect(await table('MAKES')).toBe('from,to,role,period\nacme,rocket-one,brand,\n');
  expect(await table('BASED_IN')).toBe('from,to,period\nacme,luna,2010/..\n');
  expect(await table('OWNS')).toBe('from,to,role,period\n');
  expect(await table('datasets')).toContain('\nacme-rockets,Acme and its rockets,,MIT,');
  const statements = await table('statements');
  expect(statements.trim().split('\n')).toHaveLength(11);
  expect(statements).toContain(',star-2024,rocket-one,PRICE,,,AFFIRMED,FACT,,100,,,EUR,');
});

test('a cell is quoted where it must be, and is no formula for a spreadsheet', async () => {
  await graph.importLines([
    {
      kind: 'entity',
      key: 'x',
      type: 'Person',
      nameEn: '=HYPERLINK("x"),1',
      nameDe: 'zwei\nZeilen',
    },
    { kind: 'entity', key: 'y', type: 'Person', nameEn: '-@x', aliases: ['a', 'b'] },
  ]);
  const folder = await exportedFile(graph.client, 'csv');
  const people = await readFile(join(folder, 'Person.csv'), 'utf8');
  expect(people.split('\n').slice(1).join('\n')).toBe(
    'x,"\'=HYPERLINK(""x""),1","zwei\nZeilen",,,,\ny,\'-@x,,a|b,,,\n',
  );
});
