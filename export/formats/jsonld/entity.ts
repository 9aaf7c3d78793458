import type { StoredDocumentRow } from '../../../import/write/document-questions.ts';
import type { StoredEntityRow } from '../../../import/write/entity-questions.ts';
import type { Ontology } from '../../../schema/ontology/define.ts';
import type { ExportedDataset } from '../../dataset-question.ts';
import {
  edtf,
  inLanguages,
  iri,
  link,
  linkTo,
  type Thing,
  typesElsewhere,
  typesOfKinds,
} from './vocabulary.ts';

export function datasetThing(dataset: ExportedDataset): Thing {
  const { key, title, titleDe, licence, description, descriptionDe, source } = dataset;
  return {
    ...{ '@id': iri('dataset', key), '@type': 'Dataset', identifier: key, license: licence },
    name: inLanguages(title, titleDe),
    description: inLanguages(description, descriptionDe),
    creditText: source,
  };
}

export function entityThing(
  { key, type, properties }: StoredEntityRow,
  { entities }: Ontology,
): Thing {
  const kind = typesOfKinds[type]?.[String(properties.kind)];
  const own = Object.entries(entities[type]?.properties ?? {}).flatMap(([name, { kind: form }]) =>
    form === 'point' ? [] : [[`claimgraph:${name}`, properties[name]] as const],
  );
  const points = Object.entries(entities[type]?.properties ?? {}).flatMap(
    ([name, { kind: form }]) => {
      const place = properties[name] as object | null | undefined;
      return form === 'point' && place ? [{ '@type': 'GeoCoordinates', ...place }] : [];
    },
  );
  const datasets = (properties.datasets ?? []) as readonly string[];
  return {
    '@id': iri('entity', key),
    '@type': [typesElsewhere[type], kind, `claimgraph:${type}`].filter(
      (name) => name !== undefined,
    ),
    identifier: key,
    name: inLanguages(properties.nameEn, properties.nameDe),
    alternateName: properties.aliases,
    description: inLanguages(properties.descriptionEn, properties.descriptionDe),
    sameAs: properties.sameAs,
    ...Object.fromEntries(own),
    geo: points,
    'prov:wasDerivedFrom': datasets.map((dataset) => link('dataset', dataset)),
  };
}

export function documentThing(document: StoredDocumentRow): Thing {
  const { key, properties, publisher, basedOn, inDataset } = document;
  const { title, titleInferred, language, url, publishedAt, textSha256, textLength } = properties;
  return {
    ...{ '@id': iri('document', key), '@type': 'Article', identifier: key, url },
    headline: { '@value': title, '@language': language },
    'claimgraph:titleInferred': titleInferred,
    inLanguage: language,
    datePublished: edtf(publishedAt),
    publisher: linkTo('entity', publisher),
    'prov:wasInfluencedBy': [...basedOn].sort().map((outlet) => link('entity', outlet)),
    isPartOf: linkTo('dataset', inDataset),
    'claimgraph:textSha256': textSha256,
    'claimgraph:textLength': textLength,
  };
}
