import { expect, it } from 'vitest';
import { factsOf } from '../../../schema/claims/facts.ts';
import { ontology } from '../../../schema/ontology/ontology.ts';
import { claim } from '../../support/claims.ts';

const nobody = new Set<string>();
const price = (number: number, given: Parameters<typeof claim>[0] = {}) =>
  claim({ subject: 'car', predicate: 'PRICE', ...given, value: { number, unit: 'EUR' } });

it('a fact has the best supported value, what agrees with it, and the other standing values', () => {
  const [first, second] = [price(100), price(100)];
  const others = [price(120, { modality: 'SPECULATED' }), price(130, { modality: 'REPORTED' })];
  const [fact, ...more] = factsOf(
    [others[0], first, others[1], second].flatMap((c) => c ?? []),
    nobody,
    ontology,
  );
  expect(more).toEqual([]);
  expect(fact?.agreeing.map(({ id }) => id).sort()).toEqual([first.id, second.id].sort());
  expect(fact?.alternatives.map(({ value }) => value?.number)).toEqual([130, 120]);
});

it('there is one for each attribute, place and scope, the unqualified first', () => {
  const claims = [
    price(1, { place: 'china', scope: 'basic' }),
    price(2, { place: 'china' }),
    claim({ subject: 'car', predicate: 'LAUNCH', value: { time: '2024' } }),
    price(3),
  ];
  expect(
    factsOf(claims, nobody, ontology).map(({ attribute, best }) => [attribute, best.value?.number]),
  ).toEqual([
    ['PRICE', 3],
    ['PRICE', 2],
    ['PRICE', 1],
    ['LAUNCH', null],
  ]);
});

it('a date that has been revised is no alternative, and a denial no fact', () => {
  const by = { attributedTo: ['xiaomi'] };
  const said = claim({ ...by, value: { time: '2024' }, published: '2022-01-01' });
  const revised = claim({ ...by, value: { time: '2027' }, published: '2024-01-01' });
  const denied = claim({ predicate: 'STATUS', value: { text: 'CONFIRMED' }, polarity: 'NEGATED' });
  const facts = factsOf([said, revised, denied], new Set(['xiaomi']), ontology);
  expect(facts).toMatchObject([{ best: { id: revised.id }, alternatives: [] }]);
});
