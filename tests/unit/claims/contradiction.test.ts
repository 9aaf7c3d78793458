import { describe, expect, it } from 'vitest';
import { contradictingPairs } from '../../../schema/claims/contradicting-pairs.ts';
import { ontology } from '../../../schema/ontology/ontology.ts';
import { claim } from '../../support/claims.ts';

function contradict(a: Parameters<typeof claim>[0], b: Parameters<typeof claim>[0]) {
  const [first, second] = [claim(a), claim(b)];
  const pairs = contradictingPairs([first, second], new Map(), ontology);
  expect(contradictingPairs([second, first], new Map(), ontology)).toEqual(pairs);
  return pairs.length > 0;
}

describe('two claims contradict each other', () => {
  it('when one denies what the other affirms', () => {
    const triple = { predicate: 'SOLD_IN', object: 'usa' };
    expect(contradict(triple, { ...triple, polarity: 'NEGATED' })).toBe(true);
  });

  it('when their dates have no day in common', () => {
    expect(contradict({ value: { time: '2024' } }, { value: { time: '2027/..' } })).toBe(true);
  });

  it('when their numbers exclude each other', () => {
    const price = { predicate: 'PRICE' };
    const yuan = (value: object) => ({ ...price, value: { unit: 'CNY', ...value } });
    expect(contradict(yuan({ number: 100 }), yuan({ min: 101 }))).toBe(true);
    expect(contradict(yuan({ number: 101 }), yuan({ min: 101 }))).toBe(false);
  });
});

describe('two claims do not contradict each other', () => {
  it('when one interval lies in the other', () => {
    expect(contradict({ value: { time: '../2029' } }, { value: { time: '2027' } })).toBe(false);
  });

  it('when one of them knows no date, or has it in words', () => {
    expect(contradict({ value: { time: 'XXXX' } }, { value: { time: '2027' } })).toBe(false);
    expect(contradict({ value: { text: 'soon' } }, { value: { time: '2027' } })).toBe(false);
  });

  it('when they speak of different places, scopes, roles, units or times', () => {
    const value = (number: number, unit = 'CNY') => ({
      predicate: 'PRICE',
      value: { number, unit },
    });
    expect(contradict(value(1), value(2))).toBe(true);
    expect(contradict({ ...value(1), place: 'china' }, { ...value(2), place: 'germany' })).toBe(
      false,
    );
    expect(contradict({ ...value(1), scope: 'a' }, { ...value(2), scope: 'b' })).toBe(false);
    expect(contradict(value(1), value(2, 'EUR'))).toBe(false);
    expect(contradict({ ...value(1), time: '2022' }, { ...value(2), time: '2023' })).toBe(false);
  });

  it('when a denial is of another value than the one affirmed', () => {
    const status = (text: string) => ({ predicate: 'STATUS', value: { text } });
    const denied = { ...status('CONFIRMED'), polarity: 'NEGATED' as const };
    expect(contradict(denied, status('ANNOUNCED'))).toBe(false);
    expect(contradict(denied, status('CONFIRMED'))).toBe(true);
  });

  it('when the attribute admits several values', () => {
    const position = (text: string) => ({ predicate: 'MARKET_POSITION', value: { text } });
    expect(contradict(position('leader'), position('challenger'))).toBe(false);
  });
});
