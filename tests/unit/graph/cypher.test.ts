import { expect, it } from 'vitest';
import { ontology } from '../../../schema/ontology/ontology.ts';
import {
  compileCypher,
  cypher,
  integerLiteral,
  label,
  parameter,
  propertyName,
  relationTypes,
} from '../../../src/graph/cypher.ts';

it('values travel as parameters, equal ones once, different ones under further names', () => {
  const list = ['a'];
  const text = cypher`RETURN ${parameter('x', list)}, ${parameter('x', list)}, ${parameter('x', 2)}`;
  expect(compileCypher(text)).toEqual({
    text: 'RETURN $x, $x, $x2',
    parameters: { x: list, x2: 2 },
  });
});

it('names that the ontology does not have never become text', () => {
  const wrong = 'Person) DETACH DELETE n //' as never;
  expect(() => label(ontology, wrong)).toThrow(RangeError);
  expect(() => relationTypes(ontology, [wrong])).toThrow(RangeError);
  expect(() => propertyName(ontology, wrong)).toThrow(RangeError);
  expect(() => label(ontology, 'constructor' as never)).toThrow(RangeError);
});

it('numbers that become text are checked against a ceiling', () => {
  expect(compileCypher(cypher`{1,${integerLiteral(6, 8)}}`).text).toBe('{1,6}');
  for (const wrong of [9, -1, 1.5, Number.NaN]) {
    expect(() => integerLiteral(wrong, 8)).toThrow(RangeError);
  }
});
