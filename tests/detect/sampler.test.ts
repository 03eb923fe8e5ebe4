import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CREDENTIAL_BYTES } from '../../src/detect/bytes.ts';
import { SHORTEST_RUN, sampleRuns } from '../../src/detect/sampler.ts';

/** Every run of credential characters, found by looking at every byte. */
function naiveRuns(bytes: Uint8Array): [number, number][] {
  const runs: [number, number][] = [];
  let start = 0;
  for (let i = 0; i <= bytes.length; i++) {
    if (i < bytes.length && CREDENTIAL_BYTES[bytes[i] ?? 0] === 1) continue;
    if (i - start >= SHORTEST_RUN) runs.push([start, i]);
    start = i + 1;
  }
  return runs;
}

function sampledRuns(bytes: Uint8Array): [number, number][] {
  const runs: [number, number][] = [];
  sampleRuns(bytes, (start, end) => runs.push([start, end]));
  return runs;
}

const inside = fc.constantFrom(
  ...[...CREDENTIAL_BYTES.keys()].filter((byte) => CREDENTIAL_BYTES[byte] === 1),
);
const outside = fc.constantFrom(
  ...[...CREDENTIAL_BYTES.keys()].filter((byte) => CREDENTIAL_BYTES[byte] !== 1),
);
/** Stretches inside and outside the alphabet, many of them just around the shortest length. */
const stretches = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.array(inside, { minLength: 28, maxLength: 36 }) },
      { weight: 2, arbitrary: fc.array(inside, { minLength: 60, maxLength: 200 }) },
      { weight: 3, arbitrary: fc.array(outside, { minLength: 1, maxLength: 40 }) },
      fc.array(inside, { maxLength: 31 }),
    ),
    { maxLength: 20 },
  )
  .map((parts) => Uint8Array.from(parts.flat()));

describe('sampleRuns', () => {
  test('finds exactly the runs that looking at every byte finds', () => {
    fc.assert(
      fc.property(stretches, (bytes) => {
        expect(sampledRuns(bytes)).toEqual(naiveRuns(bytes));
      }),
      { numRuns: 2000 },
    );
  });

  test('finds exactly the same in any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        expect(sampledRuns(bytes)).toEqual(naiveRuns(bytes));
      }),
    );
  });

  test('finds a run of any length at any place', () => {
    for (let length = SHORTEST_RUN - 1; length < 3 * SHORTEST_RUN; length++) {
      for (let at = 0; at < 2 * SHORTEST_RUN; at++) {
        const bytes = new Uint8Array(200).fill(0x20).fill(0x61, at, at + length);
        const expected = length < SHORTEST_RUN ? [] : [[at, at + length]];
        expect(sampledRuns(bytes), `${length} bytes at ${at}`).toEqual(expected);
      }
    }
  });

  test.each([
    ['nothing', '', []],
    ['one byte short', 'a'.repeat(31), []],
    ['all of the content', 'a'.repeat(32), [[0, 32]]],
    [
      'two runs with one byte between',
      `${'a'.repeat(32)} ${'b'.repeat(33)}`,
      [
        [0, 32],
        [33, 66],
      ],
    ],
    ['dashes and underscores', `=${'A-_9'.repeat(8)}=`, [[1, 33]]],
  ])('%s', (_, text, expected) => {
    expect(sampledRuns(Buffer.from(text)).map(([start, end]) => [start, end])).toEqual(
      // "=" may be a credential character of its own: base64 padding.
      CREDENTIAL_BYTES[0x3d] === 1 ? naiveRuns(Buffer.from(text)) : expected,
    );
  });

  test('the alphabet holds every letter and digit, "-" and "_", and no blank, quote or line end', () => {
    const holds = (character: string): boolean => CREDENTIAL_BYTES[character.charCodeAt(0)] === 1;
    for (const character of 'ABCXYZabcxyz0189-_') expect(holds(character), character).toBe(true);
    for (const character of ' \t\r\n\0"\'`(){}[]<>\u00ff') expect(holds(character), character).toBe(false);
  });
});
