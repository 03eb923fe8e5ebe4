import fc from 'fast-check';

/**
 * What no output may hold. Written as ranges and not as the properties that the code under test uses: C0, DEL
 * and C1, bidirectional controls, zero-width and invisible characters, separators, lone surrogates and tags.
 */
export const DANGEROUS =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e0fff}]|[\ud800-\udfff]/u;

const NASTY = [
  '\x1b[31m',
  '\x1b]8;;http://x\x07',
  '\x9b2J',
  '\r\n',
  '\t',
  '\0',
  '\u202e',
  '\u2066',
  '\u200b',
  '\u2028',
  '\ud800',
  '\u{e0041}',
  '日本',
  '::error::',
  '`;$(x)',
  '"',
  '\\',
];

/** Texts as a hostile repository could have them in names, authors and contents. */
export const anyText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom(...NASTY)), { maxLength: 8 })
  .map((parts) => parts.join(''));
