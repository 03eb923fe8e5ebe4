import { describe, expect, test } from 'vitest';
import { createPathFilter } from '../../src/sources/path-filter.ts';

describe('globs', () => {
  test.each([
    ['*.lock', 'a/b.lock', true],
    ['/src/*.ts', 'src/a.ts', true],
    ['/src/*.ts', 'x/src/a.ts', false],
    ['[ab].txt', 'b.txt', true],
    ['[!ab].txt', 'b.txt', false],
    ['[]].txt', '].txt', true],
    ['\\[a.txt', '[a.txt', true],
    ['*.{js,ts}', 'a.ts', true],
    ['a]b', 'a]b', true],
  ])('%s and %s: %s', async (glob, path, expected) => {
    const isExcluded = await createPathFilter({ include: [glob] });
    expect(isExcluded(path)).toBe(expected);
  });

  test.each([
    ['[', /^--include: "\[" is no glob: the bracket is not closed/],
    ['a[b', /bracket is not closed/],
    ['[]', /bracket is not closed/],
    ['[!]', /bracket is not closed/],
    ['[a]\\[b[', /bracket is not closed/],
    ['a\\', /it ends with "\\", behind which/],
    [' ', /--include needs a glob/],
  ])('%s is refused', async (glob, message) => {
    await expect(createPathFilter({ include: [glob] })).rejects.toThrow(message);
  });

  test('a prefix stands before each path', async () => {
    const filter = await createPathFilter({ exclude: ['/sub/a', 'b'], prefix: 'sub/' });
    expect(['a', 'a/c', 'b', 'd'].map(filter)).toEqual([false, false, false, true]);
  });
});
