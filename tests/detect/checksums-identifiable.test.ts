import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Checksum, checksumScheme } from '../../src/detect/checksums/index.ts';

const ALNUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const BASE64 = `${ALNUM}+/`;
const URL_SAFE = `${ALNUM}-_`;
const ENTRA = `${ALNUM}.-_~`;

/** The layouts that there are: random characters, signature, whole length, padding among it. */
const LAYOUTS = [
  { name: 'storage', random: 76, signature: '+ASt', length: 88, seeds: ['Default0'] },
  { name: 'cosmos', random: 76, signature: 'ACDb', length: 88, seeds: ['MastRW00', 'MastRO00', 'Resour00'] },
  {
    name: 'api management',
    random: 76,
    signature: 'APIM',
    length: 88,
    seeds: ['Tenant00', 'IoTHub00', 'Gatewy00', 'GitKey00'],
  },
  {
    name: 'service bus',
    random: 33,
    signature: '+ASb',
    length: 44,
    seeds: ['Send0000', 'Listen00', 'Manage00'],
  },
  { name: 'search', random: 42, signature: 'AzSe', length: 52, seeds: ['PAdmin00', 'Query000'] },
  {
    name: 'functions',
    random: 44,
    signature: 'AzFu',
    length: 56,
    seeds: ['Master00', 'Functi00', 'System00'],
  },
] as const;

const text = (alphabet: string, length: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: length, maxLength: length });
const scheme = (seeds: readonly string[], urlSafe = false) =>
  checksumScheme({ scheme: 'azure-identifiable', seeds, urlSafe });

/** The number that the published algorithm starts by adding: the second half of a seed, the first word of a key. */
const seedWord = (seed: string): number => Buffer.from(seed, 'latin1').readUInt32BE(4);
const firstWord = (key: string): number => Buffer.from(key, 'base64').readUInt32LE(0);

/**
 * Whether the checksum cannot tell two keys apart. It adds the first word of the key to the second half of the seed
 * and knows neither afterwards: what a changed word adds, a seed with the same first half can take away.
 */
function isTwin(key: string, seed: string, changed: string, other: string): boolean {
  const isRestSame = Buffer.from(key, 'base64')
    .subarray(4)
    .equals(Buffer.from(changed, 'base64').subarray(4));
  const sum = (word: number, half: number): number => (word + half) >>> 0;
  return (
    other !== seed &&
    isRestSame &&
    seed.slice(0, 4) === other.slice(0, 4) &&
    sum(firstWord(key), seedWord(seed)) === sum(firstWord(changed), seedWord(other))
  );
}

describe('azure-identifiable', () => {
  /** Computed by an implementation of the published algorithm that shares no code with this one. */
  test.each([
    ['Default0', 76, '+ASt', '5mnCaw=='],
    ['PAdmin00', 42, 'AzSe', 'CJxZ3A'],
    ['Send0000', 33, '+ASb', 'HpHeAI='],
    ['Master00', 44, 'AzFu', 'Zs2k4g=='],
  ])('%s: %i times "a" and %s', (seed, count, signature, tail) => {
    const body = 'a'.repeat(count) + signature;
    expect(scheme([seed]).complete(body)).toBe(body + tail);
    expect(scheme([seed]).verify(body + tail)).toEqual({ result: 'valid', seed });
  });

  describe.each(LAYOUTS)('$name', ({ random, signature, length, seeds }) => {
    const keys = fc.tuple(text(BASE64, random), fc.constantFrom(...seeds)).map(([body, seed]) => ({
      seed,
      body: body + signature,
      key: scheme([seed]).complete(body + signature),
    }));

    test('a completed key keeps its body, has the length, and tells its seed', () => {
      fc.assert(
        fc.property(keys, ({ seed, body, key }) => {
          expect(key).toHaveLength(length);
          expect(key.startsWith(body)).toBe(true);
          expect(scheme(seeds).verify(key)).toEqual({ result: 'valid', seed });
        }),
      );
    });

    test('padding may be missing', () => {
      fc.assert(
        fc.property(keys, ({ seed, key }) => {
          expect(scheme(seeds).verify(key.replace(/=+$/, ''))).toEqual({ result: 'valid', seed });
        }),
      );
    });

    test('any one character changed breaks it, but for a change that turns its seed into another one', () => {
      fc.assert(
        fc.property(keys, fc.nat(), fc.constantFrom(...BASE64), ({ key, seed }, place, character) => {
          const at = place % key.replace(/=+$/, '').length;
          fc.pre(key[at] !== character);
          const changed = key.slice(0, at) + character + key.slice(at + 1);
          expect(scheme([seed]).verify(changed)).toEqual({ result: 'mismatch', seed: null });
          const twin = seeds.find((other) => isTwin(key, seed, changed, other)) ?? null;
          expect(scheme(seeds).verify(changed)).toEqual({
            result: twin === null ? 'mismatch' : 'valid',
            seed: twin,
          });
        }),
        { numRuns: 1000 },
      );
    });

    test('one character more or less breaks it', () => {
      fc.assert(
        fc.property(keys, fc.constantFrom(...BASE64), ({ key }, character) => {
          const bare = key.replace(/=+$/, '');
          expect(scheme(seeds).verify(bare + character).result).toBe('mismatch');
          expect(scheme(seeds).verify(bare.slice(1)).result).toBe('mismatch');
          expect(scheme(seeds).verify(bare.slice(0, -1)).result).toBe('mismatch');
        }),
      );
    });

    test('another seed does not verify it', () => {
      fc.assert(
        fc.property(keys, ({ key }) => {
          expect(scheme(['Other000']).verify(key)).toEqual({ result: 'mismatch', seed: null });
        }),
      );
    });
  });

  /** Not ours to mend: the issuer's own check takes both keys as well. */
  test('one character changed makes a read-only key of Cosmos DB a read-write one', () => {
    const cosmos = ['MastRW00', 'MastRO00'];
    const readOnly = scheme(['MastRO00']).complete(`${'a'.repeat(76)}ACDb`);
    const changed = `${readOnly.slice(0, 3)}S${readOnly.slice(4)}`;
    expect(seedWord('MastRW00') - seedWord('MastRO00')).toBe(firstWord(readOnly) - firstWord(changed));
    expect(scheme(cosmos).verify(readOnly)).toEqual({ result: 'valid', seed: 'MastRO00' });
    expect(scheme(cosmos).verify(changed)).toEqual({ result: 'valid', seed: 'MastRW00' });
    expect(scheme(['MastRO00']).verify(changed)).toEqual({ result: 'mismatch', seed: null });
  });

  test('the URL-safe alphabet says the same', () => {
    fc.assert(
      fc.property(text(URL_SAFE, 44), (body) => {
        const key = scheme(['Master00'], true).complete(`${body}AzFu`);
        expect(key).toMatch(/^[A-Za-z0-9_-]{54}==$/);
        expect(scheme(['Master00']).verify(key).result).toBe('valid');
        expect(scheme(['Master00']).verify(key.replaceAll('-', '+').replaceAll('_', '/')).result).toBe(
          'valid',
        );
      }),
    );
  });

  test('anything else is a mismatch, and nothing throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100 }), (anything) => {
        expect(scheme(['Default0']).verify(anything).result).toBe('mismatch');
      }),
    );
  });
});

describe('entra-client-secret', () => {
  const entra = checksumScheme({ scheme: 'entra-client-secret' } satisfies Checksum);
  const bodies = fc.tuple(text(ENTRA, 3), text(ENTRA, 31)).map((parts) => parts.join('8Q~'));

  /** Computed by an implementation of the published algorithm that shares no code with this one. */
  test('a worked vector', () => {
    const body = ['aaa', '8Q~', 'a'.repeat(31)].join('');
    expect(entra.complete(body)).toBe(`${body}b-e`);
  });

  test('a completed secret verifies, and has 40 characters', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const secret = entra.complete(body);
        expect(secret).toHaveLength(40);
        expect(secret.startsWith(body)).toBe(true);
        expect(entra.verify(secret)).toEqual({ result: 'valid', seed: null });
      }),
    );
  });

  test('any one character changed in the checksum breaks it', () => {
    fc.assert(
      fc.property(
        bodies,
        fc.integer({ min: 37, max: 39 }),
        fc.constantFrom(...ENTRA),
        (body, at, character) => {
          const secret = entra.complete(body);
          fc.pre(secret[at] !== character);
          const changed = secret.slice(0, at) + character + secret.slice(at + 1);
          expect(entra.verify(changed).result).toBe('mismatch');
        },
      ),
    );
  });

  /** Three characters hold by accident once in about 280,000 changes. */
  test('a character changed in the body breaks it, but for accidents', () => {
    const body = ['Qz_', '8Q~', 'b.cD-'.repeat(6), 'e'].join('');
    const secret = entra.complete(body);
    let changes = 0;
    let accidents = 0;
    for (let at = 0; at < body.length; at++) {
      for (const character of ENTRA) {
        if (character === secret[at]) continue;
        changes++;
        const changed = secret.slice(0, at) + character + secret.slice(at + 1);
        if (entra.verify(changed).result === 'valid') accidents++;
      }
    }
    expect(changes).toBeGreaterThan(2000);
    expect(accidents).toBeLessThanOrEqual(1);
  });

  test('another length is a mismatch', () => {
    fc.assert(
      fc.property(bodies, fc.constantFrom(...ENTRA), (body, character) => {
        const secret = entra.complete(body);
        expect(entra.verify(secret + character).result).toBe('mismatch');
        expect(entra.verify(secret.slice(1)).result).toBe('mismatch');
      }),
    );
  });
});
