import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Candidate, likeness } from '../../../import/duplicates/likeness.ts';
import {
  type SimilarTexts,
  similarity,
  similarTexts,
} from '../../../import/duplicates/similar-texts.ts';

function company(name: string, rest: Partial<Candidate> = {}): Candidate {
  const own = { key: name, type: 'Company', name, names: [name], aliases: [], sameAs: [] };
  return { ...own, datasets: [], properties: {}, ...rest };
}

test('blocking finds exactly the pairs that comparing every two finds', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', '小'), maxLength: 9 });
  const texts = fc.uniqueArray(text, { maxLength: 25 });
  fc.assert(
    fc.property(texts, fc.constantFrom(0.3, 0.5, 0.7, 1), (given, least) => {
      const slow = given.flatMap((one, a) =>
        given.slice(a + 1).flatMap((other, i) => {
          const found = similarity(one, other);
          return found >= least ? [`${a} ${a + 1 + i} ${found}`] : [];
        }),
      );
      const fast = [...similarTexts(given, least)].map((p) => `${p.a} ${p.b} ${p.similarity}`);
      expect(fast.sort()).toEqual(slow.sort());
    }),
    { numRuns: 500 },
  );
});

test('texts of one group are not compared, and all others are', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 5 });
  const grouped = fc.uniqueArray(fc.tuple(text, fc.constantFrom('x', 'y', null)), {
    selector: ([name]) => name,
    maxLength: 20,
  });
  fc.assert(
    fc.property(grouped, (given) => {
      const texts = given.map(([name]) => name);
      const groups = given.map(([, group]) => group);
      const apart = [...similarTexts(texts, 0.4)].filter(
        ({ a, b }) => groups[a] === null || groups[a] !== groups[b],
      );
      const found = [...similarTexts(texts, 0.4, groups)];
      expect(found.sort(byIndex)).toEqual(apart.sort(byIndex));
    }),
  );
});

/** No order is promised. */
function byIndex(one: SimilarTexts, other: SimilarTexts): number {
  return one.a - other.a || one.b - other.b;
}

test.each([
  ['Café Müller', 'cafe muller', 0.9, 'same name: Café Müller, cafe muller'],
  ['小米', 'Xiaomi', 0.85, 'same, in Latin letters, name'],
  ['雷军', 'Lei Jun', 0.82, 'same, but for spaces, name'],
  ['Acme Corporation', 'ACME Inc.', 0.8, 'same, but for order or legal form, name'],
  ['Beijing Automotive Group', 'Beijing Automotive Grp', 0.57, '% similar name'],
])('%s and %s are likely one, and the reason is told', (one, other, least, words) => {
  const found = likeness(company(one), company(other));
  expect(found.score).toBeGreaterThanOrEqual(least - 0.001);
  expect(found.reasons[0]).toContain(words);
});

test('names that have little in common, or nothing but a legal form, are no reason', () => {
  for (const [one, other] of [
    ['Acme Ltd', 'Boom Ltd'],
    ['Xiaomi', 'Xpeng'],
    ['Co. Ltd', 'Inc.'],
  ] as const) {
    expect(likeness(company(one), company(other))).toEqual({ score: 0, reasons: [] });
  }
});

test('an address adds to a name, an alias says less than a name, and what differs counts against it', () => {
  const sameAs = ['https://www.example.org/acme/'];
  const plain = likeness(company('Acme'), company('Acme'));
  const address = likeness(
    company('Acme', { sameAs }),
    company('Acme', { sameAs: ['http://example.org/acme'] }),
  );
  expect(address.score).toBeGreaterThan(plain.score);
  expect(address.reasons).toEqual([`same address: ${sameAs[0]}`, 'same name: Acme']);
  const alias = likeness(company('Acme'), company('Other', { aliases: ['Acme'] }));
  expect(alias.score).toBeLessThan(plain.score);
  expect(alias.reasons).toEqual(['same name and alias: Acme']);
  const differing = likeness(
    company('Acme', { properties: { kind: 'BRAND' } }),
    company('Acme', { properties: { kind: 'OUTLET' } }),
  );
  expect(differing.score).toBeCloseTo(0.63);
  expect(differing.reasons).toEqual(['same name: Acme', 'kind differs: BRAND, OUTLET']);
});

test('likeness is the same from either side', () => {
  const names = fc.constantFrom(
    'Acme',
    'ACME Inc',
    'Acme Motors',
    '小米',
    'Xiaomi',
    'Lei Jun',
    'Jun Lei',
  );
  const some = fc.record({
    names: fc.uniqueArray(names, { minLength: 1, maxLength: 2 }),
    aliases: fc.uniqueArray(names, { maxLength: 2 }),
    sameAs: fc.uniqueArray(fc.constantFrom('https://a.org', 'http://www.a.org/', 'https://b.org')),
  });
  fc.assert(
    fc.property(some, some, fc.constantFrom('Company', 'Person'), (one, other, type) => {
      const [a, b] = [company('a', { ...one, type }), company('b', { ...other, type })];
      expect(likeness(a, b).score).toBe(likeness(b, a).score);
    }),
  );
});
