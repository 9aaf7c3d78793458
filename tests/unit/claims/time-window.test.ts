import { describe, expect, it } from 'vitest';
import {
  combinedWindow,
  overlap,
  timeWindow,
  windowBetween,
} from '../../../schema/claims/time-window.ts';

describe('an EDTF time', () => {
  it.each([
    ['../2029', null, '2029-12-31'],
    ['2027/..', '2027-01-01', null],
    ['2016~', '2016-01-01', '2016-12-31'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2024-02-29', '2024-02-29', '2024-02-29'],
    ['2024-21', '2024-03-01', '2024-05-31'],
    ['2024-22', '2024-06-01', '2024-08-31'],
    ['2024-23', '2024-09-01', '2024-11-30'],
    ['2023-24', '2023-12-01', '2024-02-29'],
    ['195X', '1950-01-01', '1959-12-31'],
    ['2024-22~', '2024-06-01', '2024-08-31'],
    ['2024-22/..', '2024-06-01', null],
    ['2024-21/2024-22', '2024-03-01', '2024-08-31'],
    ['2038-02~/2043-02~', '2038-02-01', '2043-02-28'],
    ['2024-02-29', '2024-02-29', '2024-02-29'],
    ['2000-02-29/..', '2000-02-29', null],
    ['XXXX', null, null],
  ])('%s allows the days from %s to %s', (edtf, earliest, latest) => {
    expect(timeWindow(edtf)).toEqual({ edtf, earliest, latest });
  });

  it.each([
    '2023-02-30',
    '2023-02-29',
    '1900-02-29~',
    '../2023-02-29',
    'soon',
    '',
    'vor 2030',
    '2030/2029',
    '2024-13',
    '2024-33',
    '2023/2024/2025',
    '..',
    '-0500',
  ])('is not %s, and the error says so', (text) => {
    expect(() => timeWindow(text)).toThrow(RangeError);
  });
});

describe('several windows', () => {
  const windows = (...edtf: string[]) => edtf.map(timeWindow);

  it('combine to what they have in common, in the words of one of them where it is the same', () => {
    expect(combinedWindow(windows('2024', '2024-05'))?.edtf).toBe('2024-05');
    expect(combinedWindow(windows('../2029', '2027/..'))?.edtf).toBe('2027-01-01/2029-12-31');
  });

  it('combine to their hull where they have nothing in common', () => {
    expect(combinedWindow(windows('2022', '2024'))?.edtf).toBe('2022-01-01/2024-12-31');
    expect(combinedWindow(windows('../2022', '2024'))?.edtf).toBe('../2024-12-31');
  });

  it('combine without those that are unknown', () => {
    expect(combinedWindow(windows('XXXX', '2024'))?.edtf).toBe('2024');
    expect(combinedWindow(windows('XXXX'))?.edtf).toBe('XXXX');
    expect(combinedWindow([])).toBeNull();
  });

  it('overlap when some day lies in both', () => {
    expect(overlap(timeWindow('../2024'), timeWindow('2024/..'))).toBe(true);
    expect(overlap(timeWindow('2023'), timeWindow('2024'))).toBe(false);
  });

  it('are written as a single day, an interval, or unknown', () => {
    expect(windowBetween('2024-01-01', '2024-01-01').edtf).toBe('2024-01-01');
    expect(windowBetween(null, '2024-01-01').edtf).toBe('../2024-01-01');
    expect(windowBetween(null, null).edtf).toBe('XXXX');
  });
});
