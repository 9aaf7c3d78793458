import { expect, test } from 'vitest';
import { completenessOf, type Omissions } from '../../../src/graph/completeness.ts';

const said = (omissions: Partial<Omissions>) => {
  const { reason, completeToHops } = completenessOf({
    ...{ maxHops: 4, searched: 4 },
    ...omissions,
  });
  return [reason, completeToHops];
};

test.each<[string, Partial<Omissions>, unknown[]]>([
  ['nothing left out', {}, [null, 4]],
  ['a third hop without room', { left: 3 }, ['LIMIT', 2]],
  ['a seed without room', { left: 0 }, ['LIMIT', null]],
  ['time for two hops', { searched: 2 }, ['TIME_BUDGET', 2]],
  ['a hub at two hops', { besideHubs: 2 }, ['HUB_SKIPPED', 2]],
  ['a full page before the time was over', { left: 2, searched: 2 }, ['LIMIT', 1]],
  ['a hub before the limit', { left: 4, besideHubs: 1 }, ['HUB_SKIPPED', 1]],
  ['no hub', { besideHubs: null }, [null, 4]],
])('%s', (_what, omissions, answer) => {
  expect(said(omissions)).toEqual(answer);
});
