import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shannonEntropy } from '../../src/detect/entropy.ts';

describe('shannonEntropy', () => {
  test.each([
    ['', 0],
    ['a', 0],
    ['aaaaaaaa', 0],
    ['ab', 1],
    ['abab', 1],
    ['abcd', 2],
    ['0123456789abcdef', 4],
    ['aaab', 0.8113],
  ])('of "%s" is %d bits', (text, bits) => {
    expect(shannonEntropy(text)).toBeCloseTo(bits, 4);
  });

  const text = fc.string({ minLength: 1, maxLength: 100 });

  test('lies between 0 and the logarithm of the distinct characters', () => {
    fc.assert(
      fc.property(text, (value) => {
        const bits = shannonEntropy(value);
        expect(bits).toBeGreaterThanOrEqual(0);
        expect(bits).toBeLessThanOrEqual(Math.log2(new Set(value).size) + 1e-9);
      }),
    );
  });

  test('does not depend on the order or on repetition of the whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', minLength: 1 }), (value) => {
        const bits = shannonEntropy(value);
        expect(shannonEntropy([...value].reverse().join(''))).toBeCloseTo(bits, 9);
        expect(shannonEntropy(value + value)).toBeCloseTo(bits, 9);
      }),
    );
  });
});
