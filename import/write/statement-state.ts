import { originOf } from '../../schema/claims/claim.ts';
import { knownTimeWindow } from '../../schema/claims/known-time-window.ts';
import type { PublishedClaim } from '../../schema/claims/support.ts';
import type { TimeWindow } from '../../schema/claims/time-window.ts';
import { validity } from '../../schema/claims/validity.ts';
import type { Ontology } from '../../schema/ontology/define.ts';
import type { Modality, Polarity } from '../../schema/ontology/statements.ts';
import { fold } from '../../schema/text/fold.ts';
import type { StatementRecord } from '../check/records.ts';
import { claimIdentity, relationOfStatement } from '../identity.ts';
import {
  type StatementState,
  type StatementWriteRow,
  statementDates,
} from './statement-questions.ts';
import { sameProperties } from './writing.ts';

/** What a statement takes over from its document. */
export interface DocumentOfStatement {
  readonly publisher: string | null;
  readonly published: string | null;
}

/** A statement as it is to lie in the graph. `disputed` is left to the whole of the claims. */
export function statementState(
  id: string,
  record: StatementRecord,
  { publisher, published }: DocumentOfStatement,
  ontology: Ontology,
): StatementState {
  const { document, subject, predicate, value, modality, polarity, role, scope, passage } = record;
  const relation = relationOfStatement(record, ontology)?.id ?? null;
  const affirmed = polarity === 'AFFIRMED';
  const stated: StatementState = {
    ...{ id, document, subject, object: record.object ?? null, place: record.place ?? null },
    comparedTo: record.comparedTo ?? null,
    attributedTo: [...new Set(record.attributedTo)].sort(),
    origin: record.via ?? publisher,
    properties: {
      ...{ id, predicate, modality, polarity, role: role ?? null, scope: scope ?? null },
      name: record.summary?.en ?? record.summary?.de ?? captionOf(record),
      foldedRole: role === undefined ? null : fold(role),
      ...{ valueText: value?.text ?? null, valueNumber: value?.number ?? null },
      ...{ valueMin: value?.min ?? null, valueMax: value?.max ?? null },
      ...{ valueUnit: value?.unit ?? null, valueBoolean: value?.boolean ?? null },
      approximate: value?.approximate === true ? true : null,
      attributionEn: record.attribution?.en ?? null,
      attributionDe: record.attribution?.de ?? null,
      summaryEn: record.summary?.en ?? null,
      summaryDe: record.summary?.de ?? null,
      ...windowProperties('valueTime', value?.time),
      ...windowProperties('time', record.time),
      ...windowProperties('saidAt', record.saidAt),
      passageStart: passage?.start ?? null,
      passageEnd: passage?.end ?? null,
      passageSha256: passage?.sha256 ?? null,
      relationId: affirmed ? relation : null,
      deniedRelationId: affirmed ? null : relation,
    },
  };
  return inDocument(stated, { publisher, published }, ontology);
}

/** What follows for a statement from its document, and from that and itself. */
export function inDocument(
  state: StatementState,
  { publisher, published }: DocumentOfStatement,
  ontology: Ontology,
): StatementState {
  const claim = claimOf(state);
  const { from, until } = validity(claim, ontology);
  const relation = (state.properties.relationId ?? state.properties.deniedRelationId) as
    | string
    | null
    | undefined;
  const derived = {
    ...{ published, publisher, origin: claim.origin, holdsFrom: from, holdsUntil: until },
    claimId: claimIdentity(claim, relation ?? null),
  };
  return { ...state, properties: { ...state.properties, ...derived } };
}

function captionOf({ subject, predicate, object, value }: StatementRecord): string {
  const number = value?.number ?? value?.min ?? value?.max;
  const said = object ?? value?.text ?? value?.time ?? value?.boolean ?? number;
  return [subject, predicate, said, value?.unit ?? []].flat().join(' ');
}

/** Properties of an EDTF time: the text and the days that it allows. */
function windowProperties(name: string, edtf: string | undefined) {
  const window = edtf === undefined ? null : knownTimeWindow(edtf);
  return {
    [name]: window?.edtf ?? null,
    [`${name}Earliest`]: window?.earliest ?? null,
    [`${name}Latest`]: window?.latest ?? null,
  };
}

export function sameStatement(a: StatementState, b: StatementState): boolean {
  const plain = ({ properties, attributedTo, ...links }: StatementState) => ({
    ...{ ...properties, ...prefixed(links), disputed: null },
    '-attributedTo': [...attributedTo].sort(),
  });
  return sameProperties(plain(a), plain(b));
}

/** Keeps links apart from properties of the same name. */
function prefixed(links: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(links).map(([name, value]) => [`-${name}`, value]));
}

/** Neo4j makes dates of the ISO dates and integers of the offsets while it writes. */
export function statementWriteRow(state: StatementState): StatementWriteRow {
  const { passageStart, passageEnd, disputed: _, ...properties } = state.properties;
  const dates = Object.fromEntries(statementDates.map((date) => [date, properties[date] ?? null]));
  for (const date of statementDates) delete properties[date];
  return { ...state, properties, dates, passageStart, passageEnd };
}

/** A statement as far as it matters for what it agrees with. */
export function claimOf(state: StatementState): PublishedClaim {
  const { id, properties, subject, object, place, comparedTo, document, attributedTo } = state;
  const text = (name: string) => (properties[name] as string | undefined) ?? null;
  const number = (name: string) => (properties[name] as number | undefined) ?? null;
  const window = (name: string): TimeWindow | null => {
    const edtf = text(name);
    if (edtf === null) return null;
    return { edtf, earliest: text(`${name}Earliest`), latest: text(`${name}Latest`) };
  };
  return {
    ...{ id, subject, object, place, comparedTo, document, attributedTo },
    predicate: text('predicate') ?? '',
    role: text('role'),
    scope: text('scope'),
    polarity: text('polarity') as Polarity,
    modality: text('modality') as Modality,
    time: window('time'),
    origin: originOf(state.origin, document),
    publisher: text('publisher'),
    published: text('published'),
    said: text('saidAtLatest') ?? text('published'),
    value:
      object === null
        ? {
            ...{ text: text('valueText'), unit: text('valueUnit'), time: window('valueTime') },
            ...{ number: number('valueNumber'), min: number('valueMin'), max: number('valueMax') },
            boolean: (properties.valueBoolean as boolean | undefined) ?? null,
          }
        : null,
  };
}
