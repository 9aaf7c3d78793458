import { parse } from 'csv-parse/sync';
import { XMLParser } from 'fast-xml-parser';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import type { CitedGraph } from '../../../explorer/src/exports/cited-graph.ts';
import { csvOf } from '../../../explorer/src/exports/csv.ts';
import { graphmlOf } from '../../../explorer/src/exports/graphml.ts';
import { jsonLdOf } from '../../../explorer/src/exports/json-ld.ts';

const name = '=1+1 "<Ä & Ö>",\n雷军';
const graph: CitedGraph = {
  complete: true,
  nodes: [
    { key: 'acme', type: 'COMPANY', name, degree: 2, onPath: false },
    { key: 'moon', type: 'PLACE', name: 'Moon', degree: 1, onPath: false },
  ],
  relations: [
    {
      ...{ id: 'R1', type: 'OPERATES_IN', role: null, from: 'acme', to: 'moon' },
      ...{ modality: 'REPORTED', sources: 1, disputed: true, firstReported: '2024-02-01' },
      ...{ onPath: false, unlisted: 3 },
      statements: [
        {
          ...{ modality: 'REPORTED', summary: 'Acme works <there>.', attribution: 'two insiders' },
          attributedTo: [{ key: 'jane', name: 'Jane' }],
          document: {
            ...{ key: 'wire-1', title: 'Wire & Co', url: 'https://example.org/a?b&c' },
            ...{ publishedAt: { edtf: '2024-02-01~' }, publisher: { key: 'wire', name: 'Wire' } },
          },
          passage: { start: 10, end: 90 },
        },
      ],
    },
    {
      ...{ id: 'R2', type: 'BASED_IN', role: null, from: 'acme', to: 'moon', modality: null },
      ...{ sources: 0, disputed: false, firstReported: null, onPath: false },
      ...{ statements: [], unlisted: 0 },
    },
  ],
};

describe('what is drawn, given out with its sources', () => {
  it('is a row of CSV for each statement, and no formula', () => {
    const rows = parse(csvOf(graph), { columns: true, bom: true }) as Record<string, string>[];
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      ...{ from: 'acme', fromName: `'${name}`, type: 'OPERATES_IN', to: 'moon', disputed: 'yes' },
      ...{ saidBy: 'Jane, two insiders', document: 'wire-1', published: '2024-02-01~' },
      ...{ url: 'https://example.org/a?b&c', passageStart: '10', unlistedStatements: '3' },
    });
    expect(rows[1]).toMatchObject({ type: 'BASED_IN', document: '', unlistedStatements: '0' });
  });

  it('is GraphML that a reader of XML takes, each edge with where it was said', () => {
    const parser = new XMLParser({ ignoreAttributes: false, htmlEntities: true });
    const { graph: read } = parser.parse(graphmlOf(graph)).graphml;
    expect(read.node).toHaveLength(2);
    expect(read.node[0].data[0]['#text']).toBe(name);
    const [edge] = read.edge;
    expect(edge).toMatchObject({ '@_source': 'acme', '@_target': 'moon' });
    const sources = edge.data.find((each: object) => Object(each)['@_key'] === 'edge-sources');
    expect(sources['#text']).toBe(
      'Acme works <there>. · REPORTED · Jane, two insiders · Wire & Co · Wire · 2024-02-01~ · https://example.org/a?b&c · 10–90',
    );
  });

  it('says when more surrounds it than was drawn', () => {
    const part = { ...graph, complete: false };
    expect(graphmlOf(part)).toContain('<desc>A part');
    expect(graphmlOf(graph)).not.toContain('<desc>');
    expect(jsonLdOf(part, 'en')).toContain('"claimgraph:complete": false');
  });

  it('is JSON-LD whose claims lead to their documents', async () => {
    const document = JSON.parse(jsonLdOf(graph, 'en'));
    const expanded = (await jsonld.expand(document)) as Record<string, unknown>[];
    const company = expanded.find((thing) => thing['@id'] === 'urn:claimgraph:entity:acme');
    expect(company?.['@type']).toContain('https://schema.org/Organization');
    expect(company?.['https://schema.org/name']).toEqual([{ '@value': name, '@language': 'en' }]);
    const [claim] = expanded.flatMap(
      (thing) =>
        (thing['http://www.w3.org/ns/prov#wasDerivedFrom'] ?? []) as Record<string, unknown>[],
    );
    expect(claim?.['https://schema.org/appearance']).toEqual([
      { '@id': 'urn:claimgraph:document:wire-1' },
    ]);
    const article = expanded.find((thing) => thing['@id'] === 'urn:claimgraph:document:wire-1');
    expect(article?.['https://schema.org/url']).toEqual([{ '@id': 'https://example.org/a?b&c' }]);
  });
});
