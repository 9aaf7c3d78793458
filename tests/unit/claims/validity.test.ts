import { expect, it } from 'vitest';
import { validity } from '../../../schema/claims/validity.ts';
import { ontology } from '../../../schema/ontology/ontology.ts';
import { claim } from '../../support/claims.ts';

it.each([
  ['LEADS', '2020/2022', '2020-01-01', '2022-12-31'],
  ['LEADS', '../2022', null, '2022-12-31'],
  ['LEADS', 'XXXX', null, null],
  ['LEADS', undefined, null, null],
  ['FOUNDED', '2010', '2010-12-31', null],
  ['FOUNDED', '2010/..', '2010-01-01', null],
  ['FOUNDED', undefined, null, null],
  ['PRICE', '2024-05', '2024-05-01', '2024-05-31'],
  ['DUE', '2024', null, null],
  ['LAUNCH', '2024', null, null],
] as const)('%s of %s holds from %s until %s', (predicate, time, from, until) => {
  const given = claim({ predicate, ...(time ? { time } : {}) });
  expect(validity(given, ontology)).toEqual({ from, until });
});
