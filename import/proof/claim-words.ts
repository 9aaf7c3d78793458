import type { StatementRecord } from '../check/records.ts';
import { valueWords } from './value-words.ts';

/** The triple of a statement as a sentence, names in bold: **Lei Jun** leads **Xiaomi** as CEO. */
export function claimWords(statement: StatementRecord, nameOf: (key: string) => string): string {
  const { subject, predicate, object, value, role } = statement;
  const words = predicate.toLowerCase().replaceAll('_', ' ');
  const claim =
    object === undefined
      ? `${bold(subject)}: ${words} – ${value ? valueWords(value) : ''}`
      : `${bold(subject)} ${verbs[predicate] ?? words} ${bold(object)}`;
  return `${claim}${role === undefined ? '' : ` as ${role}`}${qualifierWords(statement, bold)}`;

  function bold(key: string): string {
    return `**${nameOf(key)}**`;
  }
}

/** Predicates that are no verb by themselves. Any other reads well in lower case. */
const verbs: Readonly<Record<string, string>> = {
  STEP_OF: 'is a step of',
  ALTERNATIVE_TO: 'is an alternative to',
  BASED_IN: 'is based in',
  PART_OF: 'is part of',
  SUBSIDIARY_OF: 'is a subsidiary of',
  MEMBER_OF: 'is a member of',
  VARIANT_OF: 'is a variant of',
  SOLD_IN: 'is sold in',
};

function qualifierWords(
  { place, scope, comparedTo }: StatementRecord,
  bold: (key: string) => string,
): string {
  return [
    ...(place === undefined ? [] : [`in ${bold(place)}`]),
    ...(scope === undefined ? [] : [`scope: ${scope}`]),
    ...(comparedTo === undefined ? [] : [`compared with ${bold(comparedTo)}`]),
  ]
    .map((words) => `, ${words}`)
    .join('');
}
