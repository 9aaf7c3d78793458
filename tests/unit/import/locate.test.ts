import { expect, test } from 'vitest';
import { passageProblem } from '../../../import/check/passages.ts';
import { findPassages } from '../../../import/locate.ts';

const text = Array.from('😀 Xiaomi plant\n  bis 2030. Xiaomi PLANT bis (2030).');

test('passages are counted in code points, and are what the import accepts', () => {
  const [found, ...others] = findPassages(text, 'plant\n');
  expect(others).toEqual([]);
  expect(found).toMatchObject({ start: 9, end: 15 });
  expect(found && passageProblem(found, text)).toBeNull();
});

test('all places are told, and the exact ones before those in other case or white space', () => {
  expect(findPassages(text, 'Xiaomi').map(({ start }) => start)).toEqual([2, 27]);
  expect(findPassages(text, 'xiaomi plant bis').map(({ start, end }) => [start, end])).toEqual([
    [2, 20],
    [27, 43],
  ]);
  expect(findPassages(text, '(2030).').map(({ start }) => start)).toEqual([44]);
  expect(findPassages(text, 'Tesla')).toEqual([]);
});
