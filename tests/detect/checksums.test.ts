import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  annotatedChecksumTails,
  azureAnnotatedChecksum,
  azureAnnotatedIssued,
} from '../../src/detect/checksums/azure-annotated.ts';
import { checksumScheme } from '../../src/detect/checksums/index.ts';
import { marvin, marvin32 } from '../../src/detect/checksums/marvin.ts';

const ALNUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const alnum = (length: number) =>
  fc.string({ unit: fc.constantFrom(...ALNUM), minLength: length, maxLength: length });
/** The first 80 characters of a key, in their parts. */
const body = fc
  .tuple(
    alnum(52),
    fc.constantFrom('9', 'D', 'H'),
    alnum(1),
    fc.constantFrom(...'ABCDEFGHIJKL'),
    alnum(12),
    alnum(1),
  )
  .map(([random, kind, year, month, platform, service]) =>
    [random, 'JQQJ9', kind, year, month, platform, 'AAA', service, 'ACOG'].join(''),
  );

/** The worked vector of microsoft/security-utilities' algorithm: 52 times "a", February... `BC` is March 2025. */
const workedBody = ['a'.repeat(52), 'JQQJ9', '9BC', 'ACYeBjFXJ3w3', 'AAAB', 'ACOG'].join('');

describe('marvin', () => {
  test('hashes "abc" as the reference does', () => {
    const hash = marvin(Buffer.from('abc'), Buffer.from('d53cd9cecd0893b7', 'hex'));
    const hex = (half: number): string => (half >>> 0).toString(16).padStart(8, '0');
    expect([hex(hash.low), hex(hash.high)].sort()).toEqual(['22c74339', '492769bf']);
    expect(hex(marvin32(Buffer.from('abc'), Buffer.from('d53cd9cecd0893b7', 'hex')))).toBe('6be02a86');
  });

  test('the 32-bit form folds both halves, for every length of tail', () => {
    const seed = Buffer.from('Default0');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (data) => {
        const { low, high } = marvin(data, seed);
        expect(marvin32(data, seed) >>> 0).toBe((low ^ high) >>> 0);
      }),
    );
  });

  test('the worked vector: the halves and their fold', () => {
    const { low, high } = marvin(Buffer.from(workedBody, 'base64'), Buffer.from('Default0'));
    expect([low >>> 0, high >>> 0]).toEqual([0xb48fbbb3, 0x812a584c]);
  });

  test('one bit of the data or of the seed changes the hash', () => {
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 70 });
    const seeds = fc.uint8Array({ minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(bytes, seeds, fc.nat(), fc.nat(7), (data, seed, at, bit) => {
        const changed = Uint8Array.from(data);
        changed[at % data.length] = (changed[at % data.length] ?? 0) ^ (1 << bit);
        const { low, high } = marvin(data, seed);
        const other = marvin(changed, seed);
        expect([other.low >>> 0, other.high >>> 0]).not.toEqual([low >>> 0, high >>> 0]);
      }),
    );
  });
});

describe('azure-annotated', () => {
  const scheme = checksumScheme({ scheme: 'azure-annotated' });

  test('the worked vector, in both encodings and in the long form', () => {
    expect([...annotatedChecksumTails(workedBody, false)].sort()).toEqual(['/+Ol', '4gXR']);
    expect([...annotatedChecksumTails(workedBody, true)].sort()).toEqual(['/+OlNQ==', '4gXRmA==']);
    for (const tail of ['4gXR', '/+Ol', '4gXRmA==', '/+OlNQ==']) {
      expect(azureAnnotatedChecksum(workedBody + tail), tail).toBe('valid');
    }
    expect(azureAnnotatedIssued(`${workedBody}4gXR`)).toBe('2025-03');
  });

  test('a completed body verifies, and has 84 characters', () => {
    fc.assert(
      fc.property(body, (text) => {
        const secret = scheme.complete(text);
        expect(secret).toHaveLength(84);
        expect(secret.startsWith(text)).toBe(true);
        expect(scheme.verify(secret)).toEqual({ result: 'valid', seed: null });
      }),
    );
  });

  test('both encodings are accepted, in the standard and in the long form', () => {
    fc.assert(
      fc.property(body, fc.boolean(), (text, isLongForm) => {
        for (const tail of annotatedChecksumTails(text, isLongForm)) {
          expect(tail).toMatch(isLongForm ? /^[A-Za-z0-9+/]{5}[AQgw]==$/ : /^[A-Za-z0-9+/]{4}$/);
          expect(azureAnnotatedChecksum(text + tail)).toBe('valid');
        }
      }),
    );
  });

  test('any one character changed in the body breaks it', () => {
    fc.assert(
      fc.property(body, fc.nat(79), fc.constantFrom(...ALNUM), (text, at, character) => {
        fc.pre(text[at] !== character);
        const secret = scheme.complete(text);
        const changed = secret.slice(0, at) + character + secret.slice(at + 1);
        expect(scheme.verify(changed).result).toBe('mismatch');
      }),
      { numRuns: 3000 },
    );
  });

  test('any one character changed in the checksum breaks it', () => {
    fc.assert(
      fc.property(
        body,
        fc.integer({ min: 80, max: 83 }),
        fc.constantFrom(...ALNUM, '+', '/'),
        (text, at, character) => {
          const secret = scheme.complete(text);
          const changed = secret.slice(0, at) + character + secret.slice(at + 1);
          fc.pre(!annotatedChecksumTails(text, false).includes(changed.slice(80)));
          expect(scheme.verify(changed).result).toBe('mismatch');
        },
      ),
    );
  });

  test.each([
    ['AA', '2024-01'],
    ['AL', '2024-12'],
    ['BC', '2025-03'],
    ['CA', '2026-01'],
    ['ZB', '2049-02'],
    ['aA', '2050-01'],
    ['0A', '2076-01'],
    ['9L', '2085-12'],
    ['AM', null],
    ['Aa', null],
    ['A0', null],
  ])('year and month %s are %s', (characters, issued) => {
    const text = ['b'.repeat(52), 'JQQJ9', '9', characters, 'A'.repeat(12), 'AAAB', 'ACOG', 'wxyz'].join('');
    expect(azureAnnotatedIssued(text)).toBe(issued);
  });
});
