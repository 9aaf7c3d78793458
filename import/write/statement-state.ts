import type { Claim } from '../../schema/claims/claim.ts';
import type { TimeWindow } from '../../schema/claims/time-window.ts';
import type { Ontology } from '../../schema/ontology/define.ts';
import type { Modality, Polarity } from '../../schema/ontology/statements.ts';
import { fold } from '../../schema/text/fold.ts';
import type { StatementRecord } from '../check/records.ts';
import { relationOfStatement } from '../identity.ts';
import { knownTimeWindow } from '../time-windows.ts';
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
  return {
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
      published,
    },
  };
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
export function claimOf(state: StatementState): Claim {
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
    // A key of a document may also be that of an outlet.
    origin: state.origin ?? `document ${document}`,
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
