import { expect, test } from 'vitest';
import { QueryTimedOutError } from '../../../src/errors.ts';
import type { GraphReader } from '../../../src/graph/reader.ts';
import { searchInTime } from '../../../src/graph/search-in-time.ts';

const client: GraphReader = {
  read: () => Promise.resolve([]),
  until: () => client,
  while: () => client,
  after: () => client,
  telling: () => client,
};

/** Searches five hops, of which so many can be finished. */
function search(feasible: number, { minHops = 1, filled = 9 } = {}) {
  const asked: number[] = [];
  const found = searchInTime(
    { client, traversalTime: 1_000 },
    {
      ...{ minHops, maxHops: 5 },
      ask: async (_client, hops) => {
        asked.push(hops);
        if (hops > feasible) throw new QueryTimedOutError();
        return hops;
      },
      isFilled: (answer) => answer >= filled,
    },
  );
  return found.then(({ answer, hops }) => ({ answer, hops, asked }));
}

test('what can be found in time takes one search', async () => {
  expect(await search(5)).toEqual({ answer: 5, hops: 5, asked: [5] });
});

test('else the answer is that of the last number of hops which was finished', async () => {
  expect(await search(2)).toEqual({ answer: 2, hops: 2, asked: [5, 1, 2, 3] });
});

test('a page that is full is not searched for further', async () => {
  expect(await search(4, { filled: 2 })).toEqual({ answer: 2, hops: 2, asked: [5, 1, 2] });
});

test('there may be no answer at all', async () => {
  expect(await search(0)).toEqual({ answer: null, hops: 0, asked: [5, 1] });
  expect(await search(2, { minHops: 3 })).toEqual({ answer: null, hops: 2, asked: [5, 3] });
});

test('other errors are errors', async () => {
  const ask = () => Promise.reject(new TypeError('ours'));
  const failing = searchInTime(
    { client, traversalTime: 1_000 },
    { minHops: 1, maxHops: 2, ask, isFilled: () => false },
  );
  await expect(failing).rejects.toThrow('ours');
});
