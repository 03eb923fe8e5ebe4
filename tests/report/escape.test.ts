import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeJson, escapeText } from '../../src/report/escape.ts';
import { anyText, DANGEROUS } from './dangerous-text.ts';

describe('escapeText', () => {
  it.each([
    ['plain', 'src/a.ts', 'src/a.ts'],
    ['letters of the world', 'données/日本/ключ.env', 'données/日本/ключ.env'],
    ['a backslash', 'C:\\x', 'C:\\x'],
    ['a newline, a return and a tab', 'a\nb\rc\td', 'a\\nb\\rc\\td'],
    ['an escape sequence', '\x1b]0;title\x07', '\\x1b]0;title\\x07'],
    ['a C1 control', '\x9b31m', '\\x9b31m'],
    ['a bidirectional override', 'a\u202eb\u2066c', 'a\\u{202e}b\\u{2066}c'],
    ['zero width', 'k\u200be\ufeffy\u00ad', 'k\\u{200b}e\\u{feff}y\\xad'],
    ['line separators', 'a\u2028b\u2029', 'a\\u{2028}b\\u{2029}'],
    ['half a pair', 'a\ud800b', 'a\\u{d800}b'],
    ['hidden tags', 'a\u{e0041}', 'a\\u{e0041}'],
    ['blank letters', 'a\u3164\u2800', 'a\\u{3164}\\u{2800}'],
    ['what stands for bytes that are no UTF-8', 'a\ufffdb', 'a\ufffdb'],
  ])('shows %s', (_, text, expected) => {
    expect(escapeText(text)).toBe(expected);
  });

  it('leaves nothing that a terminal acts on, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(escapeText(text)).not.toMatch(DANGEROUS);
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves no control or format character of any code point', () => {
    for (let code = 0; code <= 0x10ffff; code++) {
      const escaped = escapeText(String.fromCodePoint(code));
      if (DANGEROUS.test(escaped)) expect.fail(`U+${code.toString(16)} is not escaped`);
    }
  });

  it('escapes once only', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(escapeText(escapeText(text))).toBe(escapeText(text));
      }),
    );
  });
});

describe('escapeJson', () => {
  it('keeps the value and leaves nothing that a terminal acts on', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const json = escapeJson(JSON.stringify({ text }, null, 2));
        expect(JSON.parse(json)).toEqual({ text });
        expect(json.replaceAll('\n', '')).not.toMatch(DANGEROUS);
      }),
      { numRuns: 2000 },
    );
  });
});
