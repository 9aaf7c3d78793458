import { describe, expect, it } from 'vitest';
import { bestSupported } from '../../../schema/claims/best-supported.ts';
import { claim } from '../../support/claims.ts';

const nobody = new Set<string>();
const due = (time: string, given: Parameters<typeof claim>[0] = {}) =>
  claim({ ...given, value: { time } });

describe('the best supported claim', () => {
  it('is the one that most independent sources give', () => {
    const claims = [
      due('2024', { modality: 'FACT' }),
      due('2027', { modality: 'REPORTED' }),
      due('2027'),
    ];
    expect(bestSupported(claims, nobody)?.value?.time?.edtf).toBe('2027');
  });

  it('counts two documents that relay one outlet once', () => {
    const relayed = { origin: 'nikkei', modality: 'REPORTED' as const };
    const claims = [due('2027', relayed), due('2027', relayed), due('2024', { modality: 'FACT' })];
    expect(bestSupported(claims, nobody)?.value?.time?.edtf).toBe('2024');
  });

  it('is the stronger modality, then the later publication, where sources are even', () => {
    const speculated = due('2024', { modality: 'SPECULATED', published: '2025-01-01' });
    const reported = due('2027', { modality: 'REPORTED', published: '2023-01-01' });
    const later = due('2028', { modality: 'REPORTED', published: '2024-01-01' });
    expect(bestSupported([speculated, reported, later], nobody)).toBe(later);
  });

  it('is no earlier word of those who have said otherwise since', () => {
    const entitled = new Set(['xiaomi']);
    const by = { attributedTo: ['xiaomi'] };
    const earlier = [
      due('2024', { ...by, published: '2022-01-01' }),
      due('2024', { ...by, published: '2022-02-01' }),
    ];
    const revised = due('2026', { ...by, published: '2023-01-01' });
    expect(bestSupported([...earlier, revised], entitled)).toBe(revised);
    expect(bestSupported([...earlier, revised], nobody)?.value?.time?.edtf).toBe('2024');
  });

  it('is an unknown date, or one in words, only where no other is given', () => {
    const unknown = due('XXXX', { modality: 'FACT' });
    const words = claim({ value: { text: 'soon' }, modality: 'FACT' });
    const dated = due('2027', { modality: 'SPECULATED' });
    expect(bestSupported([unknown, words, dated], nobody)).toBe(dated);
    expect(bestSupported([unknown], nobody)).toBe(unknown);
  });

  it('is none that they have taken back since', () => {
    const entitled = new Set(['xiaomi']);
    const given = { attributedTo: ['xiaomi'] };
    const said = due('2024', { ...given, published: '2022-01-01' });
    const taken = due('2024', { ...given, published: '2023-01-01', polarity: 'NEGATED' });
    expect(bestSupported([said, taken], entitled)).toBeNull();
    expect(bestSupported([said, taken], nobody)).toBe(said);
  });

  it('is no earlier word that a later document quotes', () => {
    const entitled = new Set(['xiaomi']);
    const by = { attributedTo: ['xiaomi'] };
    const quoted = due('2024', { ...by, published: '2025-01-01', said: '2022-01-01' });
    const latest = due('2026', { ...by, published: '2023-01-01' });
    expect(bestSupported([quoted, latest], entitled)).toBe(latest);
  });

  it('keeps places and scopes apart', () => {
    const france = due('2024', { place: 'france' });
    const usa = due('2024', { place: 'usa' });
    const everywhere = due('2025');
    expect(bestSupported([france, usa, everywhere], nobody)).toBe(everywhere);
  });

  it('is never a denial', () => {
    expect(bestSupported([due('2024', { polarity: 'NEGATED' })], nobody)).toBeNull();
  });

  it('does not depend on the order of the claims', () => {
    const claims = [due('2024'), due('2025'), due('2026')];
    expect(bestSupported([...claims].reverse(), nobody)).toBe(bestSupported(claims, nobody));
  });
});
