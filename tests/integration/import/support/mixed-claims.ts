import fc from 'fast-check';
import type { Line } from './empty-graph.ts';
import { randomClaims } from './random-claims.ts';

const zeros = '0'.repeat(64);

/** What a file may hold beside what is usual, some of it wrong. */
const odd: readonly (Line | string)[] = [
  { kind: 'dataset', key: 'odd', title: 'Odd "things",\nand others', precedence: 50 },
  {
    ...{ kind: 'entity', key: 'ödd', type: 'Company', nameEn: 'A key that is none' },
  },
  {
    ...{ kind: 'entity', key: 'odd-works', type: 'Company', nameEn: 'Odd "Works", Inc.' },
    ...{ nameDe: 'Seltsam; Werke', aliases: ['Two\nlines', 'a\u0080b', '\u001f', '\ue000', ' x '] },
    ...{ descriptionEn: 'First line\r\nsecond\nthird\ttab \\ backslash', sameAs: [] },
  },
  { kind: 'entity', key: 'odd-plan', type: 'Plan', nameDe: 'Plan ohne englischen Namen' },
  // Two datasets describe it, and this one goes first.
  { kind: 'entity', key: 'acme', type: 'Company', nameEn: 'ACME Corp.', aliases: ['acme'] },
  {
    ...{ kind: 'entity', key: 'luna', type: 'Place', nameEn: 'Luna' },
    properties: { kind: 'CITY', location: { latitude: 0.6875, longitude: -23.4333 } },
  },
  {
    ...{ kind: 'document', key: 'odd-news', title: 'News\nof the odd', language: 'en' },
    ...{ publishedAt: '2024-03-01', publisher: 'odd-works', basedOn: ['acme'], textLength: 900 },
  },
  { kind: 'document', key: 'odd-note', title: 'Undated', language: 'de' },
  ...['odd-news', 'odd-note'].flatMap((document, i): Line[] => [
    {
      ...{ kind: 'statement', document, subject: 'odd-works', predicate: 'STORE_COUNT' },
      ...{ value: { number: 7.5 + i, unit: 'shops' }, modality: 'FACT', place: 'luna' },
      summary: { en: 'It said:\n"seven", or so', de: 'sieben' },
    },
    {
      ...{ kind: 'statement', document, subject: 'odd-plan', predicate: 'DUE' },
      ...{ value: { time: `202${7 + i}` }, modality: 'ANNOUNCED', attributedTo: ['acme'] },
      saidAt: `2024-0${1 + i}-01`,
    },
    {
      ...{ kind: 'statement', document, subject: 'acme', predicate: 'PURSUES' },
      ...{ object: 'odd-plan', modality: 'ANNOUNCED' },
    },
    {
      ...{ kind: 'statement', document, subject: 'odd-works', predicate: 'COMPETES_WITH' },
      ...{ object: 'acme', modality: 'REPORTED', polarity: i === 0 ? 'AFFIRMED' : 'NEGATED' },
    },
  ]),
  {
    ...{ kind: 'statement', document: 'odd-news', subject: 'acme', predicate: 'COMPETES_WITH' },
    ...{ object: 'odd-works', modality: 'FACT', via: 'acme', time: '2020/..' },
    passage: { start: 1, end: 5, sha256: zeros },
  },
  { kind: 'relation', type: 'COMPETES_WITH', from: 'odd-works', to: 'acme', period: '2019/..' },
  { kind: 'relation', type: 'COMPETES_WITH', from: 'acme', to: 'odd-works' },
  { kind: 'relation', type: 'COMPETES_WITH', from: 'acme', to: 'acme' },
  { kind: 'relation', type: 'OWNS', from: 'acme', to: 'nobody' },
  'no JSON',
];

/** The files of one import: random claims with reference data, and odd ones. */
export function mixedClaims(): readonly (readonly (Line | string)[])[] {
  const samples = fc.sample(randomClaims, { seed: 7, numRuns: 20 });
  const [claims = [], [, ...places] = []] = samples.find(({ length }) => length === 2) ?? [];
  // Beside the bundled dataset of that name.
  const data = [{ kind: 'dataset', key: 'random-reference', title: 'Reference' }, ...places];
  return [claims, data, odd];
}
