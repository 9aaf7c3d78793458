import { describe, expect, it } from 'vitest';
import { conflictsAmong } from '../../../schema/claims/conflict.ts';
import { contradictingPairs } from '../../../schema/claims/contradicting-pairs.ts';
import type { PublishedClaim } from '../../../schema/claims/support.ts';
import { ontology } from '../../../schema/ontology/ontology.ts';
import { claim } from '../../support/claims.ts';

const conflicts = (claims: readonly PublishedClaim[], entitled: readonly string[] = []) =>
  conflictsAmong(
    contradictingPairs(claims, new Map([['plan', new Set(entitled)]]), ontology),
    ontology,
  ).map(({ kind, name, statements }) => ({ kind, name, statements: statements.length }));

const due = (time: string, given: Parameters<typeof claim>[0] = {}) =>
  claim({ ...given, value: { time } });
const status = (text: string, given: Parameters<typeof claim>[0] = {}) =>
  claim({ ...given, predicate: 'STATUS', value: { text } });
const price = (number: number, unit = 'EUR') =>
  claim({ predicate: 'PRICE', subject: 'car', value: { number, unit } });

describe('a conflict', () => {
  it('is one for all that is said of one thing', () => {
    const claims = [price(1), price(2), price(3), price(1, 'CNY'), price(2, 'CNY')];
    expect(conflicts(claims)).toEqual([
      { kind: 'VALUE', name: 'car PRICE EUR', statements: 3 },
      { kind: 'VALUE', name: 'car PRICE CNY', statements: 2 },
    ]);
  });

  it('holds those only that contradict another', () => {
    const [first, second, agreeing] = [due('2024'), due('2027'), due('2020/2030')];
    expect(conflicts([first, second, agreeing])).toMatchObject([{ kind: 'TIME', statements: 2 }]);
  });

  it('is one of polarity where every contradiction is a denial', () => {
    const denied = { polarity: 'NEGATED' as const };
    expect(conflicts([status('CONFIRMED'), status('CONFIRMED', denied)])).toMatchObject([
      { kind: 'POLARITY' },
    ]);
    expect(
      conflicts([status('CONFIRMED'), status('CANCELED'), status('CONFIRMED', denied)]),
    ).toMatchObject([{ kind: 'STATUS', statements: 3 }]);
  });

  it('is none where somebody entitled has revised a date', () => {
    const said = (time: string, published: string) =>
      due(time, { published, attributedTo: ['xiaomi'] });
    const claims = [said('2024', '2022-01-01'), said('2027', '2024-01-01')];
    expect(conflicts(claims, ['xiaomi'])).toEqual([]);
    expect(conflicts(claims)).toHaveLength(1);
  });

  it('is found from whichever end a symmetric relation is said', () => {
    const partners = { predicate: 'PARTNERS_WITH', role: null };
    const said = claim({ ...partners, subject: 'b', object: 'a' });
    const denied = claim({ ...partners, subject: 'a', object: 'b', polarity: 'NEGATED' });
    expect(conflicts([said, denied])).toEqual([
      { kind: 'POLARITY', name: 'a PARTNERS_WITH b', statements: 2 },
    ]);
  });
});
