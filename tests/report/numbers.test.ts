import { describe, expect, it } from 'vitest';
import { countOf, formatBytes, formatCount, formatRanges, listOf } from '../../src/report/text/numbers.ts';

describe('numbers in words', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [1234567, '1,234,567'],
  ])('counts %i', (count, expected) => {
    expect(formatCount(count)).toBe(expected);
  });

  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1000, '1.0 kB'],
    [9_949, '9.9 kB'],
    [9_960, '10 kB'],
    [999_499, '999 kB'],
    [999_500, '1.0 MB'],
    [2_675_000_000, '2.7 GB'],
    [5e15, '5000 TB'],
  ])('sizes %i', (bytes, expected) => {
    expect(formatBytes(bytes)).toBe(expected);
  });

  it.each([
    [[], ''],
    [[4], '4'],
    [[1, 2], '1, 2'],
    [[1, 2, 3, 7, 9, 10, 11, 12], '1–3, 7, 9–12'],
  ])('draws %j together', (numbers, expected) => {
    expect(formatRanges(numbers)).toBe(expected);
  });

  it('uses the plural where it belongs', () => {
    expect([countOf(1, 'file'), countOf(0, 'file'), countOf(2, 'copy', 'copies')]).toEqual([
      '1 file',
      '0 files',
      '2 copies',
    ]);
  });

  it('lists', () => {
    expect([listOf([]), listOf(['a']), listOf(['a', 'b']), listOf(['a', 'b', 'c'])]).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
  });
});
