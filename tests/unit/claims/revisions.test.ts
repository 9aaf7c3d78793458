import { expect, it } from 'vitest';
import { revisionsOf } from '../../../schema/claims/revisions.ts';
import { claim } from '../../support/claims.ts';

type Given = Parameters<typeof claim>[0];

const entitled = new Set(['xiaomi']);
const due = (time: string, published: string | null, given: Given = {}) =>
  claim({ attributedTo: ['xiaomi'], published, ...given, value: { time } });
const status = (text: string, published: string, given: Given = {}) =>
  claim({ predicate: 'STATUS', published, ...given, value: { text } });

const slips = (claims: Parameters<typeof revisionsOf>[0]) =>
  revisionsOf(claims, entitled).map(({ due, status, slipDays }) => [due?.edtf ?? status, slipDays]);

it('every date and status stands in order of publication, undated documents last', () => {
  const claims = [
    due('2025', null),
    status('DELAYED', '2023-01-01'),
    due('2024', '2022-01-01'),
    status('CONFIRMED', '2022-06-01', { polarity: 'NEGATED' }),
  ];
  expect(slips(claims)).toEqual([
    ['2024', null],
    ['DELAYED', null],
    ['2025', null],
  ]);
});

it('a plan slips by last days, else by first days, else by nothing that is known', () => {
  expect(slips([due('2024', '2022-01-01'), due('2026', '2023-01-01')])[1]).toEqual(['2026', 730]);
  expect(slips([due('2024/..', '2022-01-01'), due('2027/..', '2023-01-01')])[1]?.[1]).toBe(1096);
  expect(slips([due('2024', '2022-01-01'), due('2023', '2023-01-01')])[1]?.[1]).toBe(-366);
  expect(slips([due('../2024', '2022-01-01'), due('2027/..', '2023-01-01')])[1]?.[1]).toBeNull();
  expect(slips([due('2024', '2022-01-01'), due('XXXX', '2023-01-01')])[1]).toEqual(['XXXX', null]);
});

it('it slips against what was said last before, and not by saying the same again', () => {
  const claims = [
    due('2024', '2022-01-01'),
    due('2026', '2023-01-01'),
    due('XXXX', '2023-06-01'),
    due('2026', '2024-01-01'),
  ];
  expect(slips(claims).map(([, days]) => days)).toEqual([null, 730, null, 0]);
});

it('only who may revise the plan makes it slip, and only for the place that is spoken of', () => {
  const claims = [
    due('2024', '2022-01-01'),
    due('2026', '2023-01-01', { attributedTo: [] }),
    due('2027', '2024-01-01', { place: 'germany' }),
  ];
  expect(slips(claims).map(([, days]) => days)).toEqual([null, null, null]);
});

it('a quotation of an earlier word is measured by when it was said', () => {
  const claims = [due('2026', '2023-01-01'), due('2024', '2025-01-01', { said: '2022-01-01' })];
  expect(slips(claims)).toEqual([
    ['2026', 730],
    ['2024', null],
  ]);
});
