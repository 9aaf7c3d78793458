import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Address,
  disputePolicies,
  modalities,
  pages,
  parseAddress,
  printAddress,
  start,
} from '../../../explorer/src/address/address.ts';

const key = fc.stringMatching(/^[a-z0-9-]{1,12}$/);
const addresses: fc.Arbitrary<Address> = fc.record({
  language: fc.constantFrom('en' as const, 'de' as const),
  page: fc.constantFrom(...pages),
  around: fc.uniqueArray(key, { maxLength: 5 }),
  entity: fc.option(key),
  relation: fc.option(fc.base64String({ minLength: 4 })),
  between: fc.option(fc.tuple(key, key)),
  knownAt: fc.option(fc.constantFrom('2024-02-29', '2026-01-31')),
  modalities: fc.subarray([...modalities]),
  outlets: fc.uniqueArray(key, { maxLength: 3 }),
  sources: fc.integer({ min: 1, max: 9 }),
  disputed: fc.constantFrom(...disputePolicies),
  sort: fc.constantFrom('due', '-name', 'status'),
  find: fc.string({ unit: 'grapheme' }),
});

describe('the address', () => {
  it('of any state restores that state', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        expect(parseAddress(printAddress(address))).toEqual(address);
      }),
    );
  });

  it.each([
    '?page=nowhere&sources=-3&knownAt=2024-02-31&disputed=maybe&modality=HEARD&between=a',
    '?sources=1.5&knownAt=yesterday&around=,,&entity=&lang=xx',
  ])('leaves out what it does not understand: %s', (link) => {
    expect(parseAddress(link)).toEqual(start);
  });
});
