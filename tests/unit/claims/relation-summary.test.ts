import { expect, it } from 'vitest';
import { summarizeRelation } from '../../../schema/claims/relation-summary.ts';
import { timeWindow } from '../../../schema/claims/time-window.ts';
import { claim } from '../../support/claims.ts';

const supporting = (given: Parameters<typeof claim>[0], disputed = false) => ({
  ...claim(given),
  disputed,
});

it('a relation carries the strongest modality, the span of reports and the distinct origins', () => {
  const summary = summarizeRelation(
    [
      supporting({
        modality: 'REPORTED',
        origin: 'nikkei',
        published: '2025-12-31',
        document: 'a',
      }),
      supporting({
        modality: 'ANNOUNCED',
        origin: 'nikkei',
        published: '2022-08-31',
        document: 'b',
      }),
      supporting({ modality: 'SPECULATED', origin: 'b', document: 'b', time: '2024' }, true),
    ],
    [],
  );
  expect(summary).toEqual({
    ...{ modality: 'ANNOUNCED', statementCount: 3, documentCount: 2, independentSourceCount: 2 },
    ...{ firstReported: '2022-08-31', lastReported: '2025-12-31', period: timeWindow('2024') },
    disputed: true,
  });
});

it('a relation that only a dataset knows has no modality and no source', () => {
  expect(summarizeRelation([], [timeWindow('2019/..')])).toEqual({
    ...{ modality: null, statementCount: 0, documentCount: 0, independentSourceCount: 0 },
    ...{ firstReported: null, lastReported: null, period: timeWindow('2019/..') },
    disputed: false,
  });
});
