import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advance, START } from '../../src/sources/position.ts';
import type { Content } from '../../src/sources/source.ts';
import { Windower } from '../../src/sources/windows.ts';

type Copied = Content & { readonly bytes: Buffer };

function cut(parts: readonly Uint8Array[], size: number | null, window: number, overlap: number): Copied[] {
  const pieces: Copied[] = [];
  const windower = new Windower((content) => pieces.push({ ...content, bytes: Buffer.from(content.bytes) }), {
    window,
    overlap,
  });
  windower.begin([{ kind: 'stdin' }], size);
  for (const part of parts) windower.push(part);
  windower.end();
  return pieces;
}

/** Cuts bytes at the given places, in any order. */
function split(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  return places.slice(1).map((place, index) => bytes.subarray(places[index], place));
}

const text = fc
  .array(fc.constantFrom('a', 'é', '€', '🔑', '\n', 'xyz', '\r\n'), { maxLength: 300 })
  .map((characters) => Buffer.from(characters.join('')));
const binary = fc.uint8Array({ maxLength: 600 }).map((bytes) => Buffer.from(bytes));

describe('Windower', () => {
  test('owns every byte once, with enough around it, at the right position', () => {
    const sizes = fc.record({
      window: fc.integer({ min: 8, max: 64 }),
      overlap: fc.integer({ min: 4, max: 16 }),
    });
    const cuts = fc.array(fc.nat(), { maxLength: 20 });
    fc.assert(
      fc.property(
        fc.oneof(text, binary),
        cuts,
        sizes,
        fc.boolean(),
        (whole, places, { window, overlap }, known) => {
          const pieces = cut(split(whole, places), known ? whole.length : null, window, overlap);
          let owned = 0;
          for (const { bytes, piece } of pieces) {
            const start = owned - piece.ownedStart;
            expect(bytes).toEqual(whole.subarray(start, start + bytes.length));
            const { line, column } = piece;
            expect({ line, column }).toEqual(advance(START, whole, 0, start));
            expect(piece.ownedStart).toBeGreaterThanOrEqual(Math.min(start, overlap));
            const behind = bytes.length - piece.ownedEnd;
            const left = whole.length - start - piece.ownedEnd;
            expect(behind).toBeGreaterThanOrEqual(Math.min(left, overlap));
            expect(bytes.length).toBeLessThanOrEqual(window + 2 * overlap);
            owned += piece.ownedEnd - piece.ownedStart;
          }
          expect(owned).toBe(whole.length);
          if (known && whole.length <= window) expect(pieces).toHaveLength(1);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('no piece of UTF-8 starts inside a character', () => {
    fc.assert(
      fc.property(text, (whole) => {
        for (const { bytes } of cut([whole], null, 16, 8)) {
          expect(((bytes[0] ?? 0) & 0xc0) === 0x80).toBe(false);
        }
      }),
    );
  });

  test('emits a piece for each origin, and an empty content too', () => {
    const seen: Content[] = [];
    const windower = new Windower((content) => seen.push(content));
    const origins = [{ kind: 'stdin' }, { kind: 'stdin' }] as const;
    windower.begin(origins, 0);
    windower.end();
    expect(seen.map(({ piece }) => piece)).toEqual(
      Array(2).fill({ line: 1, column: 1, ownedStart: 0, ownedEnd: 0 }),
    );
  });

  test('one content leaves nothing for the next', () => {
    const lengths: number[] = [];
    const windower = new Windower(({ bytes }) => lengths.push(bytes.length), { window: 10, overlap: 2 });
    for (const size of [30, 3]) {
      windower.begin([{ kind: 'stdin' }], null);
      windower.push(Buffer.alloc(size));
      windower.end();
    }
    expect(lengths.at(-1)).toBe(3);
  });
});

describe('advance', () => {
  test('counts lines and UTF-16 units as a string has them', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const lines = whole
          .toString()
          .replace(/^\ufeff/, '')
          .split('\n');
        expect(advance(START, whole, 0, whole.length)).toEqual({
          line: lines.length,
          column: (lines.at(-1)?.length ?? 0) + 1,
        });
      }),
    );
  });

  test.each([
    ['UTF-8', Buffer.from('\ufeffkey')],
    ['UTF-16LE', Buffer.from('\ufeffkey', 'utf16le')],
    ['UTF-16BE', Buffer.from('\ufeffkey', 'utf16le').swap16()],
  ])('a byte order mark of %s is no column', (_, bytes) => {
    const width = bytes.length === 6 ? 1 : 2;
    const markLength = bytes.length - 3 * width;
    expect(advance(START, bytes, 0, markLength)).toEqual(START);
    expect(advance(START, bytes, 0, markLength + width)).toEqual({ line: 1, column: 1 + width });
    const later = Buffer.concat([Buffer.from('\n'), bytes]);
    expect(advance(START, later, 0, 1 + markLength).column).toBeGreaterThan(1);
  });

  test('gives the same in one step and in several', () => {
    fc.assert(
      fc.property(fc.oneof(text, binary), fc.nat(), (whole, at) => {
        const middle = at % (whole.length + 1);
        const half = advance(START, whole, 0, middle);
        expect(advance(half, whole, middle, whole.length)).toEqual(advance(START, whole, 0, whole.length));
      }),
    );
  });
});
