import type { DocumentRecord, StatementRecord } from '../check/records.ts';
import { claimWords } from '../words/claim-words.ts';
import { timeWords } from '../words/value-words.ts';
import type { Proof, ReadDocument } from './proof-of.ts';

type NameOf = (key: string) => string;

/**
 * A proof as Markdown, to be held against the articles: each statement is one line in the order of
 * the text, with its summaries below it and, where the reader has a copy, the passage.
 */
export function printedProof({ datasets, documents, names }: Proof): string {
  const nameOf = (key: string) => names.get(key) ?? key;
  const titles = datasets.map(({ title }) => title).join(', ');
  const count = documents.reduce((sum, { statements }) => sum + statements.length, 0);
  const counts = `${counted(count, 'statement')} in ${counted(documents.length, 'document')}.`;
  const parts = documents.map((each) => documentPart(each, nameOf));
  return [`# ${titles}`, counts, ...parts].join('\n\n');
}

function documentPart({ document, statements, text }: ReadDocument, nameOf: NameOf): string {
  const items = statements.map((statement) => statementItem(statement, text, nameOf));
  const facts = documentFacts(document, nameOf);
  const parts = [...facts, counted(statements.length, 'statement')];
  return [`## ${document.title}`, parts.join(' · '), items.join('\n')].join('\n\n');
}

function documentFacts(document: DocumentRecord, nameOf: NameOf): string[] {
  const { key, titleInferred, language, publishedAt, publisher, basedOn, textLength } = document;
  return [
    `\`${key}\``,
    ...(titleInferred ? ['title inferred'] : []),
    language,
    publishedAt === undefined ? 'undated' : `published ${timeWords(publishedAt)}`,
    ...(publisher === undefined ? [] : [`publisher ${nameOf(publisher)}`]),
    ...(basedOn.length === 0 ? [] : [`based on ${basedOn.map(nameOf).join(', ')}`]),
    ...(textLength === undefined ? [] : [`${textLength} code points`]),
  ];
}

function statementItem(
  statement: StatementRecord,
  text: readonly string[] | null,
  nameOf: NameOf,
): string {
  const { summary, modality, polarity } = statement;
  const line = [
    placeWords(statement, text),
    claimWords(statement, (key) => `**${nameOf(key)}**`),
    `${modality}, ${polarity === 'NEGATED' ? '**denied**' : 'affirmed'}`,
    ...voiceWords(statement, nameOf),
    ...timesWords(statement),
  ].join(' · ');
  const summaries = [summary?.en, summary?.de].filter((words) => words !== undefined);
  const below = [...summaries, ...quoted(statement, text)];
  return [`- ${line}`, ...below.map((words) => `  - ${words}`)].join('\n');
}

/** Offsets in code points; the line, too, where the text is at hand. */
function placeWords({ passage }: StatementRecord, text: readonly string[] | null): string {
  if (!passage) return 'no passage';
  const { start, end } = passage;
  if (!text) return `${start}–${end}`;
  const line = text.slice(0, start).filter((character) => character === '\n').length + 1;
  return `line ${line}, ${start}–${end}`;
}

function voiceWords({ attributedTo, attribution, via }: StatementRecord, nameOf: NameOf): string[] {
  const unnamed = attribution?.en ?? attribution?.de;
  const speakers = [...attributedTo.map(nameOf), ...(unnamed === undefined ? [] : [unnamed])];
  return [
    ...(speakers.length === 0 ? [] : [`said by ${speakers.join(' and ')}`]),
    ...(via === undefined ? [] : [`via ${nameOf(via)}`]),
  ];
}

function timesWords({ time, saidAt }: StatementRecord): string[] {
  return [
    ...(time === undefined ? [] : [`when: ${timeWords(time)}`]),
    ...(saidAt === undefined ? [] : [`said: ${timeWords(saidAt)}`]),
  ];
}

function quoted({ passage }: StatementRecord, text: readonly string[] | null): string[] {
  if (!passage || !text) return [];
  const words = text.slice(passage.start, passage.end).join('');
  return [`> ${words.replace(/\s+/gu, ' ')}`];
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
