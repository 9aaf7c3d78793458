import type { Ontology } from '../../schema/ontology/define.ts';
import type { KnownEntities } from './known-entities.ts';
import type { Problem } from './problem.ts';
import type { DocumentRecord, RelationRecord, StatementRecord } from './records.ts';

/** A key that a record refers to, and the types that may stand there; null for any. */
export interface Reference {
  readonly path: string;
  readonly key: string;
  readonly types: readonly string[] | null;
  /** Where these types are laid down. */
  readonly rule: string;
}

export function documentReferences({ publisher, basedOn }: DocumentRecord): Reference[] {
  const outlet = { types: ['Company'], rule: 'an outlet is a Company' };
  return [
    ...(publisher === undefined ? [] : [{ path: '/publisher', key: publisher, ...outlet }]),
    ...basedOn.map((key, index) => ({ path: `/basedOn/${index}`, key, ...outlet })),
  ];
}

export function relationReferences(record: RelationRecord, ontology: Ontology): Reference[] {
  return ends(record.type, ['/from', record.from], ['/to', record.to], ontology);
}

export function statementReferences(record: StatementRecord, ontology: Ontology): Reference[] {
  const { subject, predicate, object, place, comparedTo, attributedTo } = record;
  const any = { types: null, rule: '' };
  const attribute = ontology.attributes[predicate];
  return [
    ...(object === undefined
      ? [{ path: '/subject', key: subject, ...only(attribute?.of ?? [], `${predicate} is of`) }]
      : ends(predicate, ['/subject', subject], ['/object', object], ontology)),
    ...(place === undefined
      ? []
      : [{ path: '/place', key: place, types: ['Place'], rule: 'place is a Place' }]),
    ...(comparedTo === undefined ? [] : [{ path: '/comparedTo', key: comparedTo, ...any }]),
    ...attributedTo.map((key, index) => ({ path: `/attributedTo/${index}`, key, ...any })),
  ];
}

/** The first of the references that does not hold. */
export function brokenReference(
  references: readonly Reference[],
  known: KnownEntities,
): Problem | null {
  for (const { path, key, types, rule } of references) {
    const type = known.typeOf(key);
    if (type === null) return { path, code: 'DANGLING_KEY', message: known.whyMissing(key) };
    if (types && !types.includes(type)) {
      return { path, code: 'WRONG_TYPE', message: `"${key}" is a ${type}, but ${rule}` };
    }
  }
  return null;
}

type End = readonly [path: string, key: string];

function ends(type: string, from: End, to: End, ontology: Ontology): Reference[] {
  const relation = ontology.relations[type];
  const rule = `${type} goes from ${orList(relation?.from)} to ${orList(relation?.to)}`;
  return [
    { path: from[0], key: from[1], types: relation?.from ?? [], rule },
    { path: to[0], key: to[1], types: relation?.to ?? [], rule },
  ];
}

function only(types: readonly string[], rule: string) {
  return { types, rule: `${rule} ${orList(types)}` };
}

function orList(names: readonly string[] = []): string {
  return names.join(' or ');
}
