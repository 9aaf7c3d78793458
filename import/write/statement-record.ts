import type { StatementRecord } from '../check/records.ts';
import type { StatementState } from './statement-questions.ts';

/**
 * What a file says to make a statement that lies in the graph: undoes `statementState`. `via` is left
 * out where the origin is the publisher, which says the same.
 */
export function statementRecord(state: StatementState): StatementRecord {
  const { document, subject, properties, origin, attributedTo } = state;
  const given = <Value>(name: string) => (properties[name] ?? undefined) as Value | undefined;
  const value = {
    ...{ text: given<string>('valueText'), number: given<number>('valueNumber') },
    ...{ min: given<number>('valueMin'), max: given<number>('valueMax') },
    ...{ unit: given<string>('valueUnit'), boolean: given<boolean>('valueBoolean') },
    ...{ time: given<string>('valueTime'), approximate: given<boolean>('approximate') },
  };
  const passage = {
    ...{ start: given<number>('passageStart'), end: given<number>('passageEnd') },
    sha256: given<string>('passageSha256'),
  };
  const relayed = origin !== null && origin !== (properties.publisher ?? null);
  return {
    ...{ document, subject, predicate: given<string>('predicate') ?? '' },
    object: state.object ?? undefined,
    value: state.object === null ? value : undefined,
    ...{ role: given<string>('role'), place: state.place ?? undefined },
    ...{ scope: given<string>('scope'), comparedTo: state.comparedTo ?? undefined },
    modality: given<StatementRecord['modality']>('modality') ?? 'FACT',
    polarity: given<StatementRecord['polarity']>('polarity') ?? 'AFFIRMED',
    ...{ time: given<string>('time'), saidAt: given<string>('saidAt') },
    attributedTo: [...attributedTo].sort(),
    attribution: inLanguages(given('attributionEn'), given('attributionDe')),
    via: relayed ? (origin ?? undefined) : undefined,
    summary: inLanguages(given('summaryEn'), given('summaryDe')),
    passage: passage.sha256 === undefined ? undefined : (passage as StatementRecord['passage']),
  };
}

function inLanguages(en: string | undefined, de: string | undefined) {
  return en === undefined && de === undefined ? undefined : { en, de };
}

/** Keys of the entities that a statement speaks of. */
export function mentionedBy({
  subject,
  object,
  place,
  comparedTo,
  attributedTo,
}: StatementState): string[] {
  return [subject, object, place, comparedTo, ...attributedTo].filter((key) => key !== null);
}
