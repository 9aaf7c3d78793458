import { expect, it } from 'vitest';
import { timeLabel } from '../../../schema/claims/time-label.ts';

it.each([
  ['../2029', 'by 2029', 'bis 2029'],
  ['2027/..', 'from 2027', 'ab 2027'],
  ['2024-22', 'summer 2024', 'Sommer 2024'],
  ['2016~', 'about 2016', 'um 2016'],
  ['2023-02', 'February 2023', 'Februar 2023'],
  ['2023-02-14', '14 February 2023', '14. Februar 2023'],
  ['195X', 'the 1950s', 'die 1950er-Jahre'],
  [
    '2016-07~/2016-12~',
    'about July 2016 to about December 2016',
    'um Juli 2016 bis um Dezember 2016',
  ],
  ['XXXX', 'no date set', 'kein Termin genannt'],
])('%s reads "%s" and "%s"', (edtf, english, german) => {
  expect(timeLabel(edtf, 'en')).toBe(english);
  expect(timeLabel(edtf, 'de')).toBe(german);
});
