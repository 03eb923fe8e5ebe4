import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checksumScheme } from '../../src/detect/checksums/index.ts';

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
/** Of the last character one bit counts, so another may mean the same. */
const LAST = 51;

const scheme = checksumScheme({ scheme: 'azure-devops-token' });
const valid = { result: 'valid', seed: null };
const mismatch = { result: 'mismatch', seed: null };
const bodies = fc.string({ unit: fc.constantFrom(...BASE32), minLength: 52, maxLength: 52 });

/** 52 times "a" with a checksum in it: its characters at 3, 11 to 14, 35 and 36. */
function aWith(first: string, second: string, third: string): string {
  return ['aaa', first, 'a'.repeat(7), second, 'a'.repeat(20), third, 'a'.repeat(15)].join('');
}

describe('azure-devops-token', () => {
  /** Computed with Python's base64 and zlib, by the description in microsoft/security-utilities. */
  test('worked vectors: a token of a person and one of an application', () => {
    const person = aWith('g', 'mshq', 'mi');
    expect(scheme.complete('a'.repeat(52))).toBe(person);
    expect(scheme.verify(person)).toEqual(valid);
    expect(scheme.verify(aWith('j', 'gtdq', 'mo'))).toEqual(valid);
    expect(scheme.verify('a'.repeat(52))).toEqual(mismatch);
  });

  test('a completed token verifies, has 52 characters, and keeps all others', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const token = scheme.complete(body);
        expect(token).toMatch(/^[a-z2-7]{52}$/);
        expect(scheme.verify(token)).toEqual(valid);
        expect(scheme.complete(token)).toBe(token);
        for (const [from, to] of [
          [0, 3],
          [5, 11],
          [15, 35],
          [37, 52],
        ])
          expect(token.slice(from, to)).toBe(body.slice(from, to));
      }),
    );
  });

  test('any one character changed breaks it', () => {
    fc.assert(
      fc.property(
        bodies.map(scheme.complete),
        fc.nat({ max: LAST - 1 }),
        fc.constantFrom(...BASE32),
        (token, at, other) => {
          fc.pre(token[at] !== other);
          expect(scheme.verify(token.slice(0, at) + other + token.slice(at + 1))).toEqual(mismatch);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('another length is a mismatch, and nothing throws', () => {
    fc.assert(
      fc.property(bodies.map(scheme.complete), (token) => {
        expect(scheme.verify(token.slice(1))).toEqual(mismatch);
        expect(scheme.verify(`${token}a`)).toEqual(mismatch);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(scheme.verify(text)).toEqual(mismatch);
      }),
    );
  });
});
