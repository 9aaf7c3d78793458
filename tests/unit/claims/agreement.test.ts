import { describe, expect, it } from 'vitest';
import { agreement } from '../../../schema/claims/agreement.ts';
import { ontology } from '../../../schema/ontology/ontology.ts';
import { claim } from '../../support/claims.ts';

type Given = Parameters<typeof claim>[0];

function between(a: Given, b: Given, entitled: readonly string[] = []) {
  const [one, other] = [claim(a), claim(b)];
  const answer = agreement(one, other, ontology, new Set(entitled));
  expect(agreement(other, one, ontology, new Set(entitled))).toBe(answer);
  return answer;
}

const due = (time: string, given: Given = {}): Given => ({ ...given, value: { time } });
const price = (value: object, given: Given = {}): Given => ({
  ...{ predicate: 'PRICE', ...given },
  value: { unit: 'EUR', ...value },
});

describe('of two values', () => {
  it.each([
    [due('2024'), due('2024~'), 'CONFIRMS'],
    [due('../2029'), due('2027'), 'REFINES'],
    [due('2024/2026'), due('2025/2027'), 'OVERLAPS'],
    [due('2024'), due('2027/..'), 'CONTRADICTS'],
    [due('XXXX'), due('XXXX'), 'CONFIRMS'],
    [due('XXXX'), due('2024'), null],
    [price({ number: 5 }), price({ number: 5 }), 'CONFIRMS'],
    [price({ number: 150 }), price({ min: 100 }), 'REFINES'],
    [price({ min: 100, max: 200 }), price({ min: 150, max: 250 }), 'OVERLAPS'],
    [price({ number: 5 }), price({ number: 6 }), 'CONTRADICTS'],
    [price({ number: 5 }), price({ number: 5, unit: 'CNY' }), null],
  ] as const)('%j and %j: %s', (a, b, expected) => {
    expect(between(a, b)).toBe(expected);
  });

  it('those in words confirm each other, contradict each other where one is admitted, or say nothing', () => {
    const status = (text: string): Given => ({ predicate: 'STATUS', value: { text } });
    expect(between(status('DELAYED'), status('DELAYED'))).toBe('CONFIRMS');
    expect(between(status('DELAYED'), status('CANCELED'))).toBe('CONTRADICTS');
    const position = (text: string): Given => ({ predicate: 'MARKET_POSITION', value: { text } });
    expect(between(position('leader'), position('challenger'))).toBeNull();
  });
});

describe('of two claims of one relation', () => {
  const leads = (time?: string, given: Given = {}): Given => ({
    ...{ predicate: 'LEADS', object: 'company', ...given },
    ...(time ? { time } : {}),
  });

  it.each([
    [leads(), leads(), 'CONFIRMS'],
    [leads('2020'), leads(), 'REFINES'],
    [leads('2020/2022'), leads('2021/2023'), 'OVERLAPS'],
    [leads('2020'), leads('2022'), null],
    [leads('2020', { role: 'CEO' }), leads('2020', { role: 'CFO' }), null],
    [leads('2020', { polarity: 'NEGATED' }), leads('2020/2021'), 'CONTRADICTS'],
    [leads('2020', { polarity: 'NEGATED' }), leads('2022'), null],
    [leads('2020', { polarity: 'NEGATED' }), leads('2020', { polarity: 'NEGATED' }), 'CONFIRMS'],
  ] as const)('%j and %j: %s', (a, b, expected) => {
    expect(between(a, b)).toBe(expected);
  });

  it('the ends of a symmetric one do not matter', () => {
    const partners = { predicate: 'PARTNERS_WITH' };
    const there = { ...partners, subject: 'a', object: 'b' };
    expect(between(there, { ...partners, subject: 'b', object: 'a' })).toBe('CONFIRMS');
  });
});

it('a denial confirms one of the same value, and says nothing of another', () => {
  const denied = { polarity: 'NEGATED' as const };
  expect(between(due('2024', denied), due('2024', denied))).toBe('CONFIRMS');
  expect(between(due('2024', denied), due('../2029', denied))).toBeNull();
  expect(between(due('2024', denied), due('2027'))).toBeNull();
  expect(between(due('2024', denied), due('2024'))).toBe('CONTRADICTS');
});

it('a revision neither agrees nor contradicts', () => {
  const by = { attributedTo: ['xiaomi'] };
  const said = due('2024', { ...by, published: '2022-01-01' });
  const revised = due('2027', { ...by, published: '2024-01-01' });
  expect(between(said, revised, ['xiaomi'])).toBeNull();
  expect(between(said, revised)).toBe('CONTRADICTS');
});
