import { escapedXml } from '../../../export/formats/xml.ts';
import { type CitedGraph, type CitedRelation, saidBy } from './cited-graph.ts';

const nodeKeys = { label: 'string', type: 'string' };
const edgeKeys = {
  ...{ type: 'string', role: 'string', modality: 'string', independentSources: 'int' },
  ...{ disputed: 'boolean', firstReported: 'string', sources: 'string', unlistedStatements: 'int' },
};

/** For Gephi, NetworkX and yEd: each relation with its sources, a line each. */
export function graphmlOf({ nodes, relations, complete }: CitedGraph): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...(complete ? [] : ['<desc>A part: more surrounds it than was drawn.</desc>']),
    ...declared('node', nodeKeys),
    ...declared('edge', edgeKeys),
    '<graph id="claimgraph" edgedefault="directed">',
    ...nodes.map(
      ({ key, name, type }) =>
        `<node id="${escapedXml(key)}">${dataOf('node', { label: name, type })}</node>`,
    ),
    ...relations.map(edgeOf),
    '</graph>',
    '</graphml>\n',
  ].join('\n');
}

function edgeOf(relation: CitedRelation): string {
  const { id, from, to, type, role, modality, sources, disputed, firstReported, unlisted } =
    relation;
  const data = dataOf('edge', {
    ...{ type, role, modality, independentSources: sources, disputed, firstReported },
    ...{ sources: citedLines(relation), unlistedStatements: unlisted },
  });
  return `<edge id="${escapedXml(id)}" source="${escapedXml(from)}" target="${escapedXml(to)}">${data}</edge>`;
}

function citedLines({ statements }: CitedRelation): string {
  const lines = statements.map((statement) => {
    const { document, passage, summary, modality } = statement;
    const place = passage ? `${passage.start}–${passage.end}` : null;
    const said = [summary, modality, saidBy(statement)];
    const where = [document.title, document.publisher?.name, document.publishedAt?.edtf];
    return [...said, ...where, document.url, place].filter(Boolean).join(' · ');
  });
  return lines.join('\n');
}

function declared(owner: string, keys: Readonly<Record<string, string>>): string[] {
  return Object.entries(keys).map(
    ([name, type]) =>
      `<key id="${owner}-${name}" for="${owner}" attr.name="${name}" attr.type="${type}"/>`,
  );
}

function dataOf(owner: string, values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => `<data key="${owner}-${name}">${escapedXml(String(value))}</data>`)
    .join('');
}
