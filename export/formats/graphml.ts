import type { StoredEntityRow } from '../../import/write/entity-questions.ts';
import type { Ontology } from '../../schema/ontology/define.ts';
import { attributionLines } from '../attribution.ts';
import type { ExportedRelation, Source } from '../source.ts';
import { escapedXml } from './xml.ts';

type GraphmlType = 'string' | 'boolean' | 'int' | 'double';
type Keys = Readonly<Record<string, GraphmlType>>;

/**
 * Entities and relations for Gephi, NetworkX and yEd: typed attributes, lists joined by ` | `. Every
 * edge has a direction, as readers do not take both kinds in one graph; `symmetric` tells which have
 * none. Statements are left out: GraphML has no edges that something hangs on.
 */
export async function* graphml(source: Source): AsyncGenerator<string> {
  const nodeKeys = keysOfNodes(source.ontology);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n';
  yield `<desc>${escapedXml(attributionLines(await source.datasets()).join('\n'))}</desc>\n`;
  yield* declared('node', nodeKeys);
  yield* declared('edge', edgeKeys);
  yield '<graph id="claimgraph" edgedefault="directed">\n';
  for await (const entity of source.entities()) {
    const data = dataOf('node', nodeKeys, nodeValues(entity));
    yield `<node id="${escapedXml(entity.key)}">${data}</node>\n`;
  }
  let count = 0;
  for await (const relation of source.relations()) {
    const ends = `source="${escapedXml(relation.from)}" target="${escapedXml(relation.to)}"`;
    const data = dataOf('edge', edgeKeys, edgeValues(relation, source.ontology));
    yield `<edge id="e${++count}" ${ends}>${data}</edge>\n`;
  }
  yield '</graph>\n</graphml>\n';
}

/** Gephi shows `label`. */
function keysOfNodes({ entities }: Ontology): Keys {
  const own = Object.values(entities).flatMap(({ properties }) =>
    Object.entries(properties).flatMap(([name, { kind }]): [string, GraphmlType][] =>
      kind === 'point'
        ? [
            [`${name}.latitude`, 'double'],
            [`${name}.longitude`, 'double'],
          ]
        : [[name, 'string']],
    ),
  );
  return {
    ...{ label: 'string', type: 'string', nameEn: 'string', nameDe: 'string', aliases: 'string' },
    ...{ descriptionEn: 'string', descriptionDe: 'string', sameAs: 'string', datasets: 'string' },
    ...Object.fromEntries(own),
  };
}

function nodeValues({ type, properties }: StoredEntityRow): Readonly<Record<string, unknown>> {
  const inside = Object.entries(properties).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).map(([part, each]) => [`${name}.${part}`, each] as const)
      : [],
  );
  return { ...properties, ...Object.fromEntries(inside), label: properties.name, type };
}

const edgeKeys: Keys = {
  ...{ label: 'string', relation: 'string', role: 'string', symmetric: 'boolean' },
  ...{ modality: 'string', period: 'string', disputed: 'boolean' },
  ...{ statementCount: 'int', documentCount: 'int', independentSourceCount: 'int' },
  ...{ firstReported: 'string', lastReported: 'string' },
  ...{ datasets: 'string', documents: 'string' },
};

function edgeValues({ id, type, properties }: ExportedRelation, { relations }: Ontology) {
  const symmetric = relations[type]?.symmetric === true;
  const documents = [...new Set((properties.statementDocuments ?? []) as readonly string[])];
  return { ...properties, label: type, relation: id, symmetric, documents: documents.sort() };
}

function* declared(of: 'node' | 'edge', keys: Keys): Generator<string> {
  for (const [name, type] of Object.entries(keys)) {
    yield `<key id="${of}.${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>\n`;
  }
}

function dataOf(of: 'node' | 'edge', keys: Keys, values: Readonly<Record<string, unknown>>) {
  return Object.keys(keys)
    .map((name) => {
      const value = values[name];
      if (value === null || value === undefined) return '';
      const text = Array.isArray(value) ? value.join(' | ') : String(value);
      return text === '' ? '' : `<data key="${of}.${name}">${escapedXml(text)}</data>`;
    })
    .join('');
}
