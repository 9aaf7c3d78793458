import { describe, expect, it } from 'vitest';
import type { EntityRow } from '../../../src/graph/rows/entity.ts';
import { textMatches } from '../../../src/graph/text-matches.ts';

const leiJun: EntityRow = {
  ...{ label: 'Person', key: 'lei-jun', nameEn: 'Lei Jun', nameDe: 'Lei Jun' },
  ...{ aliases: ['雷军', 'Lei Jun 😀 Xiaomi'], sameAs: [] },
  ...{ descriptionEn: 'Announced several plans.', descriptionDe: 'Kündigte mehrere Pläne an.' },
};

const kindsOf = (query: string) =>
  textMatches(leiJun, query).map(({ field, kind }) => [field, kind]);

describe('a match', () => {
  it('tells the whole name from another name, a beginning and a typo', () => {
    expect(kindsOf('LEI JUN')).toContainEqual(['name', 'EXACT']);
    expect(kindsOf('雷军')).toEqual([['aliases', 'ALIAS']]);
    expect(kindsOf('le')[0]).toEqual(['name', 'PREFIX']);
    expect(kindsOf('Lei Jnu')[0]).toEqual(['name', 'FUZZY']);
  });

  it('reads descriptions where no name is met', () => {
    expect(kindsOf('several')).toEqual([['description', 'STEM']]);
    expect(kindsOf('Pläne')).toEqual([
      ['description', 'STEM'],
      ['description', 'STEM'],
    ]);
  });

  it('gives places in code points, not in UTF-16 units', () => {
    const [, match] = textMatches(leiJun, 'xiaomi');
    expect(match ?? textMatches(leiJun, 'xiaomi')[0]).toMatchObject({
      text: 'Lei Jun 😀 Xiaomi',
      ranges: [{ start: 10, end: 16 }],
    });
  });
});
