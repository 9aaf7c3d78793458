import fc from 'fast-check';
import neo4j from 'neo4j-driver';
import { expect, inject, test } from 'vitest';
import { literal } from '../../../src/graph/literals.ts';

/** Strings are made of what is dangerous, and of everything. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom("'", '"', '\\', '`', 'u0027', 'u005c', '$', '\n', ';', '//') }),
);
const scalar = fc.oneof(
  text,
  fc.boolean(),
  fc.constant(null),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const key = fc.stringMatching(/^[A-Za-z_]\w{0,5}$/);
const value = fc.letrec((tie) => ({
  any: fc.oneof({ maxDepth: 2 }, scalar, fc.array(tie('any')), fc.dictionary(key, tie('any'))),
})).any;

test('Neo4j reads every literal as the value that it was written from', async () => {
  const { uri, username, password } = inject('graph');
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), {
    disableLosslessIntegers: true,
  });
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 20, maxLength: 20 }), async (values) => {
        const { records } = await driver.executeQuery(`RETURN ${literal(values)} AS values`);
        expect(plain(records[0]?.get('values'))).toEqual(plain(values));
      }),
      { numRuns: 20 },
    );
  } finally {
    await driver.close();
  }
});

/** Zero has no sign in Cypher's integers, and a map no prototype. */
function plain(from: unknown): unknown {
  return JSON.parse(JSON.stringify(from));
}
