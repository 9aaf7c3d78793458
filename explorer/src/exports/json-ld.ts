import {
  context,
  edtf,
  iri,
  link,
  type Thing,
  typesElsewhere,
} from '../../../export/formats/jsonld/vocabulary.ts';
import type { DrawnNode } from '../canvas/drawing.ts';
import type { Citation } from '../queries/citations.ts';
import type { CitedGraph, CitedRelation } from './cited-graph.ts';

/** In words of schema.org and PROV: entities, relations as reified triples, and behind them claims. */
export function jsonLdOf({ nodes, relations, complete }: CitedGraph, language: string): string {
  const documents = new Map(
    relations.flatMap(({ statements }) =>
      statements.map(({ document }) => [document.key, documentThing(document)] as const),
    ),
  );
  const graph = [
    { '@type': 'Dataset', 'claimgraph:complete': complete },
    ...nodes.map(entityThing),
    ...relations.map(relationThing),
    ...documents.values(),
  ];
  return `${JSON.stringify({ '@context': { ...context, '@language': language }, '@graph': graph }, null, 2)}\n`;
}

function entityThing({ key, type, name }: DrawnNode): Thing {
  const label = type.charAt(0) + type.slice(1).toLowerCase();
  return {
    ...{ '@id': iri('entity', key), '@type': [typesElsewhere[label], `claimgraph:${label}`] },
    ...{ identifier: key, name },
  };
}

function relationThing(relation: CitedRelation): Thing {
  const { type, from, to, role, modality, sources, disputed, statements, unlisted } = relation;
  return {
    '@type': ['rdf:Statement', 'claimgraph:Relation'],
    ...triple(from, type, to),
    ...{ 'claimgraph:role': role, 'claimgraph:modality': modality },
    ...{ 'claimgraph:independentSourceCount': sources, 'claimgraph:disputed': disputed },
    'claimgraph:unlistedStatements': unlisted,
    'prov:wasDerivedFrom': statements.map((statement) => claimThing(statement, relation)),
  };
}

function claimThing(statement: Citation, { from, type, to }: CitedRelation): Thing {
  const { summary, modality, attribution, attributedTo, document, passage } = statement;
  return {
    '@type': ['Claim', 'rdf:Statement'],
    ...triple(from, type, to),
    ...{ text: summary, appearance: link('document', document.key) },
    ...{ 'claimgraph:modality': modality, 'claimgraph:attribution': attribution },
    'claimgraph:passage': passage && {
      ...{ 'claimgraph:start': passage.start, 'claimgraph:end': passage.end },
    },
    'prov:wasAttributedTo': attributedTo.map(({ key }) => link('entity', key)),
  };
}

function triple(from: string, type: string, to: string): Thing {
  return {
    'rdf:subject': link('entity', from),
    'rdf:predicate': { '@id': `claimgraph:${type}` },
    'rdf:object': link('entity', to),
  };
}

function documentThing({ key, title, url, publishedAt, publisher }: Citation['document']): Thing {
  return {
    ...{ '@id': iri('document', key), '@type': 'Article', identifier: key, headline: title, url },
    datePublished: edtf(publishedAt?.edtf),
    publisher: publisher && link('entity', publisher.key),
  };
}
