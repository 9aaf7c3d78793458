import type { StatementRecord } from '../check/records.ts';
import { valueWords } from './value-words.ts';

type NameOf = (key: string) => string;

/** The triple of a statement as a sentence: Lei Jun leads Xiaomi as CEO. */
export function claimWords(statement: StatementRecord, nameOf: NameOf): string {
  const { value } = statement;
  const claim = value ? ` – ${valueWords(value)}` : '';
  return `${tripleWords(statement, nameOf)}${claim}${qualifierWords(statement, nameOf)}`;
}

/** What a statement is about, whatever it says of it: SU7: price (EUR), in Germany. */
export function topicWords(statement: StatementRecord, nameOf: NameOf): string {
  const { value } = statement;
  const unit = value?.unit === undefined ? '' : ` (${value.unit})`;
  return `${tripleWords(statement, nameOf)}${unit}${qualifierWords(statement, nameOf)}`;
}

function tripleWords({ subject, predicate, object, role }: StatementRecord, nameOf: NameOf) {
  const words = predicate.toLowerCase().replaceAll('_', ' ');
  if (object === undefined) return `${nameOf(subject)}: ${words}`;
  const as = role === undefined ? '' : ` as ${role}`;
  return `${nameOf(subject)} ${verbs[predicate] ?? words} ${nameOf(object)}${as}`;
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

function qualifierWords({ place, scope, comparedTo }: StatementRecord, nameOf: NameOf): string {
  return [
    ...(place === undefined ? [] : [`in ${nameOf(place)}`]),
    ...(scope === undefined ? [] : [`scope: ${scope}`]),
    ...(comparedTo === undefined ? [] : [`compared with ${nameOf(comparedTo)}`]),
  ]
    .map((words) => `, ${words}`)
    .join('');
}
