import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildMarkTable, MAY_BE_ESCAPE, MAY_BE_MARK, standsAt } from '../../src/detect/mark-table.ts';

/** `[text, start]` of every occurrence, found by looking at every other pair of bytes. */
function findByPairs(texts: readonly string[], content: string): [number, number][] {
  const { pairs, marksOfPair } = buildMarkTable(texts);
  const bytes = Buffer.from(content, 'latin1');
  const hits: [number, number][] = [];
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    const pair = bytes.readUInt16BE(i);
    const placed = marksOfPair.get(pair) ?? [];
    expect(((pairs[pair] ?? 0) & MAY_BE_MARK) !== 0).toBe(placed.length > 0);
    for (const { mark, offset, bytes: text } of placed) {
      if (i >= offset && standsAt(text, bytes, i - offset, bytes.length)) hits.push([mark, i - offset]);
    }
  }
  return hits;
}

function findByIndexOf(texts: readonly string[], content: string): [number, number][] {
  const hits: [number, number][] = [];
  for (const [mark, text] of texts.entries()) {
    for (let at = content.indexOf(text); at !== -1; at = content.indexOf(text, at + 1)) hits.push([mark, at]);
  }
  return hits;
}

function sorted(hits: readonly [number, number][]): [number, number][] {
  return [...hits].sort((a, b) => a[1] - b[1] || a[0] - b[0]);
}

const smallText = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength, maxLength });

describe('buildMarkTable', () => {
  test('finds what indexOf finds, overlapping and nested texts as well, each once and by where they begin', () => {
    fc.assert(
      fc.property(fc.uniqueArray(smallText(3, 6), { maxLength: 8 }), smallText(0, 60), (texts, content) => {
        const hits = findByPairs(texts, content);
        expect(sorted(hits)).toEqual(sorted(findByIndexOf(texts, content)));
        const starts = hits.map(([, start]) => start);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
      }),
    );
  });

  test('finds nothing without texts', () => {
    expect(findByPairs([], 'anything')).toEqual([]);
  });

  test('takes each text for what it is, whatever its characters mean in a regular expression', () => {
    const texts = ['+AS', '8Q~', '.*.', '$^\\'];
    expect(sorted(findByPairs(texts, 'x+ASt 8Q~ .*. $^\\'))).toEqual([
      [0, 1],
      [1, 6],
      [2, 10],
      [3, 14],
    ]);
  });

  test('refuses a text that a pair may miss', () => {
    expect(() => buildMarkTable(['ab'])).toThrow(RangeError);
  });

  test('tells the start of every escape, at either byte of a pair', () => {
    const { pairs } = buildMarkTable(['abc%']);
    for (const [pair, isEscape] of [
      ['%2', true],
      ['a%', true],
      ['\\u', true],
      ['x&', true],
      ['ab', false],
      ['u0', false],
    ] as const) {
      const kinds = pairs[Buffer.from(pair).readUInt16BE(0)] ?? 0;
      expect([pair, (kinds & MAY_BE_ESCAPE) !== 0]).toEqual([pair, isEscape]);
    }
  });
});
