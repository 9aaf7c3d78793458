import { describe, expect, it } from 'vitest';
import { nameQuery, textQuery } from '../../../src/graph/search.ts';

describe('the Lucene query for names', () => {
  it('wants every word: as it is, as a beginning, or with as many typos as its length bears', () => {
    expect(nameQuery('Lei Xiaomi')).toBe(
      '("lei xiaomi"^8 OR ((lei^4 OR lei*^2 OR lei~1) AND (xiaomi^4 OR xiaomi*^2 OR xiaomi~2)))',
    );
  });

  it('looks for umlauts in both ways of writing', () => {
    expect(nameQuery('Köln')).toContain('koln');
    expect(nameQuery('Köln')).toContain('koeln');
  });
});

it.each(['+ - && || ! ( ) { } [ ] ^ " ~ * ? : \\ /', '   ', '🦊'])(
  'what has no letter finds nothing: %s',
  (query) => {
    expect(nameQuery(query)).toBe('(-*:*)');
    expect(textQuery(query)).toBe('(-*:*)');
  },
);

it('operators of Lucene are words like others', () => {
  expect(textQuery('NOT a OR b')).toBe('not AND a AND or AND (b^2 OR b*)');
});
