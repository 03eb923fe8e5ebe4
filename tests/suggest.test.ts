import { describe, expect, it } from 'vitest';
import { editDistance, listOf, nearestTo } from '../src/suggest.ts';

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['abc', 'abc', 0],
    ['abc', '', 3],
    ['abc', 'abd', 1],
    ['abc', 'acb', 1],
    ['staged', 'stagd', 1],
    ['kitten', 'sitting', 3],
  ])('between "%s" and "%s" is %i', (a, b, expected) => {
    expect(editDistance(a, b)).toBe(expected);
    expect(editDistance(b, a)).toBe(expected);
  });
});

describe('nearestTo', () => {
  const options = ['--files', '--staged', '--history', '--format', '--fail-on', '--no-color'];

  it.each([
    ['--file', '--files'],
    ['--FORMAT', '--format'],
    ['--sta', '--staged'],
    ['--histroy', '--history'],
    ['--no-colour', '--no-color'],
    ['--fial-on', '--fail-on'],
    ['--x', null],
    ['--something-else', null],
    ['', null],
  ])('of "%s" is %s', (input, expected) => {
    expect(nearestTo(input, options)).toBe(expected);
  });
});

it('lists choices', () => {
  expect([listOf([]), listOf(['a']), listOf(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b or c']);
});
