import { expect, test } from 'vitest';
import { inlined, literal } from '../../../src/graph/literals.ts';

test.each([
  [null, 'null'],
  [undefined, 'null'],
  ['xiaomi', "'xiaomi'"],
  ['雷军', "'雷军'"],
  ["it's", "'it\\'s'"],
  ['a\\u0027b', "'a\\\\u0027b'"],
  ['a&b#c;d', "'a\\u0026b\\u0023c\\u003bd'"],
  ['\n', "'\\u000a'"],
  ['🚗', "'\\ud83d\\ude97'"],
  [1, '1'],
  [-0.5, '-0.5'],
  [1e21, '1e21'],
  [2 ** 63, '9223372036854776000.0'],
  [true, 'true'],
  [['a', 1, null], "['a', 1, null]"],
  [{ a: [{ 'b`c': 1 }] }, '{a: [{`b``c`: 1}]}'],
])('%j is written %s', (value, text) => {
  expect(literal(value)).toBe(text);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, () => 1, 1n])('%s is no value', (value) => {
  expect(() => literal(value)).toThrow(RangeError);
});

test('parameters are written where they stand, also where one name begins another', () => {
  const parameters = { key: 'a', key2: 'b', $: 'c' };
  expect(inlined({ text: 'RETURN $key, $key2, $key', parameters })).toBe("RETURN 'a', 'b', 'a'");
});
