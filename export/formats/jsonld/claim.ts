import type { ValueRecord } from '../../../import/check/records.ts';
import { statementRecord } from '../../../import/write/statement-record.ts';
import type { ExportedRelation, ExportedStatement } from '../../source.ts';
import {
  edtf,
  inLanguages,
  iri,
  link,
  linkTo,
  propertiesElsewhere,
  type Thing,
} from './vocabulary.ts';

/** A statement: what it says as a reified triple, and in PROV’s words who stands behind it. */
export function claimThing(statement: ExportedStatement): Thing {
  const record = statementRecord(statement);
  const { subject, predicate, object, value, summary, attribution, passage } = record;
  const { relationId, deniedRelationId } = statement.properties;
  return {
    '@id': iri('statement', statement.id),
    '@type': ['Claim', 'rdf:Statement'],
    text: inLanguages(summary?.en, summary?.de),
    appearance: link('document', record.document),
    'rdf:subject': link('entity', subject),
    'rdf:predicate': { '@id': `claimgraph:${predicate}` },
    'rdf:object': object === undefined ? valueThing(value ?? {}) : link('entity', object),
    'claimgraph:polarity': record.polarity,
    'claimgraph:modality': record.modality,
    'claimgraph:role': record.role,
    'claimgraph:place': linkTo('entity', record.place),
    'claimgraph:scope': record.scope,
    'claimgraph:comparedTo': linkTo('entity', record.comparedTo),
    'claimgraph:time': edtf(record.time),
    'claimgraph:saidAt': edtf(record.saidAt),
    'claimgraph:attribution': inLanguages(attribution?.en, attribution?.de),
    'claimgraph:passage': passage && {
      'claimgraph:start': passage.start,
      'claimgraph:end': passage.end,
      'claimgraph:sha256': passage.sha256,
    },
    'claimgraph:supports': linkTo('relation', relationId),
    'claimgraph:denies': linkTo('relation', deniedRelationId),
    'prov:wasDerivedFrom': link('document', record.document),
    'prov:wasAttributedTo': record.attributedTo.map((key) => link('entity', key)),
    'prov:hadPrimarySource': linkTo('entity', statement.origin),
    isPartOf: link('dataset', statement.dataset),
  };
}

function valueThing({ text, number, min, max, unit, boolean, time, approximate }: ValueRecord) {
  if (text !== undefined) return text;
  if (boolean !== undefined) return boolean;
  if (time !== undefined) return edtf(time);
  return {
    '@type': 'QuantitativeValue',
    ...{ value: number, minValue: min, maxValue: max, unitText: unit },
    'claimgraph:approximate': approximate,
  };
}

/**
 * A relation with what stands behind it. Where documents vouch for it in their own voice, or a dataset
 * gives it, and nothing disputes it, also as a plain property of schema.org.
 */
export function* relationThings(relation: ExportedRelation): Generator<Thing> {
  const { id, type, from, to, role, properties } = relation;
  yield {
    '@id': iri('relation', id),
    '@type': ['rdf:Statement', 'claimgraph:Relation'],
    'rdf:subject': link('entity', from),
    'rdf:predicate': { '@id': `claimgraph:${type}` },
    'rdf:object': link('entity', to),
    ...{ 'claimgraph:role': role, 'claimgraph:modality': properties.modality },
    'claimgraph:period': edtf(properties.period),
    'claimgraph:disputed': properties.disputed,
    'claimgraph:statementCount': properties.statementCount,
    'claimgraph:independentSourceCount': properties.independentSourceCount,
    'prov:wasDerivedFrom': [
      ...[...new Set((properties.datasets ?? []) as readonly string[])].map((key) =>
        link('dataset', key),
      ),
      ...[...new Set((properties.statementDocuments ?? []) as readonly string[])].map((key) =>
        link('document', key),
      ),
    ],
  };
  const elsewhere = propertiesElsewhere[type];
  const given = (properties.modality ?? 'FACT') === 'FACT' && properties.disputed !== true;
  if (!elsewhere || !given) return;
  const [subject, object] = elsewhere.inverse ? [to, from] : [from, to];
  yield { '@id': iri('entity', subject), [elsewhere.property]: link('entity', object) };
}
