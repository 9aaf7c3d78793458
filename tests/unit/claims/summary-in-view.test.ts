import { describe, expect, it } from 'vitest';
import { contradictingPairs } from '../../../schema/claims/contradicting-pairs.ts';
import { summarizeRelation } from '../../../schema/claims/relation-summary.ts';
import { summaryInView } from '../../../schema/claims/summary-in-view.ts';
import { type PublishedClaim, supportOf } from '../../../schema/claims/support.ts';
import { timeWindow } from '../../../schema/claims/time-window.ts';
import type { View } from '../../../schema/claims/view.ts';
import { ontology } from '../../../schema/ontology/ontology.ts';
import { claim } from '../../support/claims.ts';

const leads = { subject: 'a', predicate: 'LEADS', object: 'b', role: 'CEO' };
const early = claim({
  ...{ ...leads, published: '2022-08-31', modality: 'REPORTED', origin: 'bloomberg' },
  ...{ publisher: 'wire', document: 'd1', time: '2020/2022' },
});
const late = claim({
  ...{ ...leads, published: '2025-12-31', origin: 'nikkei', document: 'd2', time: '2022-06/..' },
});
const undated = claim({ ...leads, modality: 'SPECULATED', origin: 'document:d3', document: 'd3' });
const denial = claim({ ...leads, polarity: 'NEGATED', published: '2024-01-01', time: '2021' });

function summary(view: View, claims: readonly PublishedClaim[] = [early, late, undated, denial]) {
  const pairs = contradictingPairs(claims, new Map(), ontology);
  const affirmed = claims.filter(({ polarity }) => polarity === 'AFFIRMED');
  const support = supportOf(affirmed, pairs, ontology);
  return summaryInView({ ...support, datasetPeriods: ['2015/..'] }, view);
}

describe('what stands behind a relation under a view', () => {
  it('is what stands behind it at all, where everything counts', () => {
    const disputed = new Set([early.id, undated.id]);
    const claims = [early, late, undated].map((each) => ({
      ...each,
      disputed: disputed.has(each.id),
    }));
    expect(summary({})).toEqual(summarizeRelation(claims, [timeWindow('2015/..')]));
  });

  it('leaves out what was not yet known, and what has no date', () => {
    expect(summary({ knownAt: '2022-08-31' })).toMatchObject({
      ...{ statementCount: 1, modality: 'REPORTED', lastReported: '2022-08-31', disputed: false },
      period: timeWindow('2020/2022'),
    });
    expect(summary({ knownAt: '2024-01-01' })).toMatchObject({ statementCount: 1, disputed: true });
    expect(summary({ knownAt: '2022-08-30' })).toMatchObject({ statementCount: 0, modality: null });
  });

  it('is what was said to hold on the day, or at no time in particular', () => {
    expect(summary({ validAt: '2020-01-01' })).toMatchObject({ independentSourceCount: 2 });
    expect(summary({ validAt: '2022-07-01' })).toMatchObject({ independentSourceCount: 3 });
    expect(summary({ validAt: '2030-01-01' })).toMatchObject({ firstReported: '2025-12-31' });
    expect(summary({ validAt: '2030-01-01' }).disputed).toBe(false);
  });

  it('is what an outlet reported at first hand or through another', () => {
    expect(summary({ publishers: ['wire'] })).toMatchObject({ documentCount: 1 });
    expect(summary({ publishers: ['bloomberg', 'nikkei'] })).toMatchObject({ documentCount: 2 });
    expect(summary({ publishers: ['nobody'] }).statementCount).toBe(0);
  });

  it('is nothing where too few origins agree, but for what datasets say', () => {
    expect(summary({ minIndependentSources: 3 }).statementCount).toBe(3);
    expect(summary({ minIndependentSources: 4 })).toMatchObject({
      ...{ statementCount: 0, period: timeWindow('2015/..') },
    });
    expect(summary({ minIndependentSources: 2, modalities: ['FACT'] }).statementCount).toBe(0);
  });

  it('is what nobody in the view denies, or what somebody does', () => {
    expect(summary({ disputed: 'EXCLUDE' })).toMatchObject({ statementCount: 1, disputed: false });
    expect(summary({ disputed: 'ONLY' })).toMatchObject({ statementCount: 2, disputed: true });
    expect(summary({ disputed: 'ONLY', knownAt: '2023-12-31' })).toMatchObject({
      ...{ statementCount: 0, period: null },
    });
  });
});
