import { expect, it } from 'vitest';
import { surroundings } from '../../src/surroundings.ts';

const text = 'It rained. 雷军 😀 says: “We open, he said, in May.” Nobody asked. The end.';

/** What surrounds a part of a text, which occurs in it once. */
function around(whole: string, part: string, sentences: number) {
  const [before = ''] = whole.split(part);
  const start = Array.from(before).length;
  return surroundings(
    Array.from(whole),
    { start, end: start + Array.from(part).length },
    sentences,
  );
}

it('the rest of its own sentence surrounds a passage, and so many whole ones', () => {
  expect(around(text, 'in May', 0)).toEqual({
    before: '雷军 😀 says: “We open, he said, ',
    after: '.”',
  });
  expect(around(text, 'in May', 1)).toEqual({
    before: 'It rained. 雷军 😀 says: “We open, he said, ',
    after: '.” Nobody asked.',
  });
  expect(around(text, 'Nobody asked.', 1)).toEqual({
    before: '雷军 😀 says: “We open, he said, in May.” ',
    after: ' The end.',
  });
});

it('at the beginning and at the end of a text nothing is said to be cut', () => {
  expect(around(text, text, 5)).toEqual({ before: '', after: '' });
  expect(around(text, 'says', 5)).toEqual({
    before: 'It rained. 雷军 😀 ',
    after: ': “We open, he said, in May.” Nobody asked. The end.',
  });
});

it('a side is cut at a word after 600 code points, and says so', () => {
  const endless = `${'word '.repeat(200)}here${' word'.repeat(200)}`;
  const { before, after } = around(endless, 'here', 1);
  expect(before).toMatch(/^…(word )+$/);
  expect(after).toMatch(/^( word)+…$/);
  for (const side of [before, after]) {
    expect(side.length).toBeGreaterThan(590);
    expect(side.length).toBeLessThanOrEqual(601);
  }
  expect(around('字'.repeat(2_000).replace(/^(.{1000})./, '$1里'), '里', 1)).toEqual({
    before: `…${'字'.repeat(600)}`,
    after: `${'字'.repeat(600)}…`,
  });
});

it('sentences end where a copy has lost the space between its paragraphs', () => {
  const glued = 'He may.Only then.All of z.B.Audi agreed.They left.Nobody saw it.';
  expect(around(glued, 'Audi', 1)).toEqual({
    before: 'Only then.All of z.B.',
    after: ' agreed.They left.',
  });
});
