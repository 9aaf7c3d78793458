import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StatementRecord } from '../../../import/check/records.ts';
import { relationIdentity, relationOfId, statementId } from '../../../import/identity.ts';
import { ontology } from '../../../schema/ontology/ontology.ts';

const price: StatementRecord = {
  ...{ document: 'd', subject: 'su7', predicate: 'PRICE', modality: 'FACT', polarity: 'AFFIRMED' },
  ...{ value: { number: 1, unit: 'EUR' }, place: 'china', attributedTo: [] },
  passage: { start: 3, end: 9, sha256: '' },
};

const key = fc.stringMatching(/^[a-z]{1,4}(-[a-z0-9]{1,3})?$/);

test('modality, attribution, summary and the end of the passage do not make another statement', () => {
  const same: StatementRecord = {
    ...{ ...price, modality: 'SPECULATED', attributedTo: ['lei-jun'], summary: { en: 'x' } },
    ...{ via: 'nikkei', time: '2024', saidAt: '2024', passage: { start: 3, end: 8, sha256: 'a' } },
  };
  expect(statementId(same, ontology)).toBe(statementId(price, ontology));
});

test.each<Partial<StatementRecord>>([
  ...[{ document: 'e' }, { subject: 'yu7' }, { predicate: 'INVESTMENT' }, { place: 'japan' }],
  ...[{ scope: 'EVs' }, { comparedTo: 'yu7' }, { polarity: 'NEGATED' as const }],
  ...[{ value: { number: 2, unit: 'EUR' } }, { value: { number: 1, unit: 'CNY' } }],
  ...[{ value: { min: 1, unit: 'EUR' } }, { value: { number: 1, unit: 'EUR', approximate: true } }],
  ...[{ passage: { start: 4, end: 9, sha256: '' } }, { passage: undefined }],
])('%j makes another statement', (other) => {
  expect(statementId({ ...price, ...other }, ontology)).not.toBe(statementId(price, ontology));
});

test('a symmetric relation is the same from either end, and no other is', () => {
  fc.assert(
    fc.property(key, key, fc.option(fc.string(), { nil: undefined }), (from, to, role) => {
      const identity = (type: string, a: string, b: string) =>
        relationIdentity({ type, from: a, to: b, role }, ontology);
      expect(identity('PARTNERS_WITH', from, to)).toEqual(identity('PARTNERS_WITH', to, from));
      if (from !== to) {
        expect(identity('OWNS', from, to).id).not.toBe(identity('OWNS', to, from).id);
      }
      const partners = (subject: string, object: string) =>
        statementId({ ...price, predicate: 'PARTNERS_WITH', subject, object }, ontology);
      expect(partners(from, to)).toBe(partners(to, from));
    }),
  );
});

test('an id tells the relation again, whatever the role holds', () => {
  fc.assert(
    fc.property(key, key, fc.option(fc.string(), { nil: undefined }), (from, to, role) => {
      const identity = relationIdentity({ type: 'LEADS', from, to, role }, ontology);
      expect(relationOfId(identity.id)).toEqual(identity);
    }),
  );
});
