import distance from 'damerau-levenshtein';
import { fold, foldedForms } from '../../schema/text/fold.ts';
import type { EntityRow } from './rows/entity.ts';

export type MatchKind = 'EXACT' | 'ALIAS' | 'PREFIX' | 'STEM' | 'FUZZY';

export interface TextMatch {
  /** The field of the entity. */
  readonly field: string;
  readonly text: string;
  readonly kind: MatchKind;
  /** Code points of the text, end exclusive; none where words only resemble each other. */
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
}

/** What matches are looked for in. */
export const matchedColumns = [
  ...(['nameEn', 'nameDe', 'aliases', 'descriptionEn', 'descriptionDe'] as const),
] as const satisfies readonly (keyof EntityRow)[];

/** Where in an entity's names and texts the words of a query are met: the best kind of each text. */
export function textMatches(
  row: Pick<EntityRow, (typeof matchedColumns)[number]>,
  query: string,
): TextMatch[] {
  const names = [
    ...[row.nameEn, row.nameDe].flatMap((text) => (text ? [{ field: 'name', text }] : [])),
    ...row.aliases.map((text) => ({ field: 'aliases', text })),
  ];
  const inNames = distinct(names).flatMap(({ field, text }) => nameMatch(field, text, query) ?? []);
  if (inNames.length > 0) return inNames;
  const texts = [...names, ...descriptions(row)];
  return distinct(texts).flatMap(({ field, text }) => {
    const ranges = wordRanges(text, query, stemLength);
    return ranges.length > 0 ? [{ field, text, kind: 'STEM' as const, ranges }] : [];
  });
}

function descriptions({
  descriptionEn,
  descriptionDe,
}: Pick<EntityRow, 'descriptionEn' | 'descriptionDe'>) {
  return [descriptionEn, descriptionDe].flatMap((text) =>
    text ? [{ field: 'description', text }] : [],
  );
}

function distinct<Item extends { text: string }>(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [item.text, item])).values()];
}

function nameMatch(field: string, text: string, query: string): TextMatch | null {
  const name = foldedForms(text);
  const asked = foldedForms(query);
  if (name.some((form) => asked.includes(form))) {
    const range = { start: 0, end: [...text].length };
    return { field, text, kind: field === 'aliases' ? 'ALIAS' : 'EXACT', ranges: [range] };
  }
  const ranges = wordRanges(text, query, (word) => word.length);
  const words = query.match(word) ?? [];
  if (ranges.length > 0 && ranges.length >= words.length) {
    return { field, text, kind: 'PREFIX', ranges };
  }
  return resembles(text, query) ? { field, text, kind: 'FUZZY', ranges } : null;
}

const word = /[\p{L}\p{N}]+/gu;

/** Stemming cuts endings: words that agree but for the last letters are taken for one. */
function stemLength(text: string): number {
  return Math.max(3, text.length - 3);
}

function wordRanges(text: string, query: string, length: (word: string) => number) {
  const starts = (fold(query).match(word) ?? []).map((each) => each.slice(0, length(each)));
  return [...text.matchAll(word)].flatMap((match) => {
    const forms = foldedForms(match[0]);
    if (!starts.some((start) => forms.some((form) => form.startsWith(start)))) return [];
    const start = [...text.slice(0, match.index)].length;
    return [{ start, end: start + [...match[0]].length }];
  });
}

/** Whether each word asked for has one like it in the text, as far off as the search allows. */
function resembles(text: string, query: string): boolean {
  const words = foldedForms(text).flatMap((form) => form.match(word) ?? []);
  const asked = fold(query).match(word) ?? [];
  return asked.every((each) =>
    words.some((other) => other.startsWith(each) || distance(each, other).steps <= allowed(each)),
  );
}

function allowed(each: string): number {
  if (each.length < 3) return 0;
  return each.length < 6 ? 1 : 2;
}
