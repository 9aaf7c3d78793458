import { expect, it } from 'vitest';
import { withSection } from '../../../bench/report/performance-page.ts';

it('a benchmark writes its own section of the page, and leaves that of the other', () => {
  const first = withSection('', 'import', 'rows: 1\n');
  const both = withSection(first, 'servers', 'ratio: $1');
  expect(both.indexOf('ratio: $1')).toBeLessThan(both.indexOf('rows: 1'));
  const again = withSection(both, 'import', 'rows: 2');
  expect(again).toBe(both.replace('rows: 1', 'rows: 2'));
  expect(withSection(again, 'import', 'rows: 2')).toBe(again);
});
